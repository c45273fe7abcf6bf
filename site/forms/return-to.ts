/** Where on the desk somebody comes back to after signing in; null where that is no address of the desk. */
export const returnTo = (given: string | null | undefined): string | null =>
	given && /^\/desk\/[\w\-/%?&=:~+,]*$/.test(given) ? given : null;
