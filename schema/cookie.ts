/** A cookie of this host alone, which holds random bytes in base64url and nothing else. */
export interface HostCookie {
	name: string;
	/** For how long a browser keeps it. */
	seconds: number;
	/** How many characters its value has. */
	length: number;
	secure: boolean;
}

/** The prefix binds a cookie to one host over https; plain http, on one's own machine, cannot have it. */
export const hostCookie = (publicUrl: string, cookie: Omit<HostCookie, 'secure'>): HostCookie =>
	publicUrl.startsWith('https:')
		? { ...cookie, name: `__Host-${cookie.name}`, secure: true }
		: { ...cookie, secure: false };

/** The value in a `Cookie` header; null where there is none of the right form. */
export const valueIn = (header: string | null | undefined, { name, length }: HostCookie): string | null => {
	const pair = (header ?? '').split(';').find((it) => it.trim().startsWith(`${name}=`));
	const value = pair?.trim().slice(name.length + 1) ?? '';
	return value.length === length && /^[A-Za-z0-9_-]+$/.test(value) ? value : null;
};

/** A `Set-Cookie` header that no script reads and no other site's form sends; one that takes the cookie away where the value is null. */
export const setCookie = (value: string | null, { name, seconds, secure }: HostCookie): string =>
	`${name}=${value ?? ''}; Path=/; Max-Age=${value === null ? 0 : seconds}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
