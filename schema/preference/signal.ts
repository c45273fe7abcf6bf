/**
 * Whether a `Sec-GPC` header states the preference (Global Privacy Control, W3C draft of April 2026): only the exact value
 * `1` does. Several headers arrive joined by commas, and one `1` among them is enough.
 */
export const isSignal = (header: string | null | undefined): boolean =>
	(header ?? '').split(',').some((value) => value.trim() === '1');
