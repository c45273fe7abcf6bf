/** The cookie that names a browser in which a choice was made; it holds 128 random bits and nothing else. */
export interface BrowserCookie {
	name: string;
	secure: boolean;
}

/** Browsers keep no cookie for longer than 400 days. */
export const browserCookieDays = 400;

/** The prefix binds a cookie to one host over https; plain http, on one's own machine, cannot have it. */
export const browserCookie = (publicUrl: string): BrowserCookie =>
	publicUrl.startsWith('https:') ? { name: '__Host-choices', secure: true } : { name: 'choices', secure: false };

const shape = /^[A-Za-z0-9_-]{22}$/;

/** The value of a browser's cookie in a `Cookie` header; null where there is none of the right form. */
export const browserIn = (header: string | null | undefined, { name }: BrowserCookie): string | null => {
	const pair = (header ?? '').split(';').find((it) => it.trim().startsWith(`${name}=`));
	const value = pair?.trim().slice(name.length + 1) ?? '';
	return shape.test(value) ? value : null;
};

/** A `Set-Cookie` header that no script reads and no other site's form sends. */
export const setBrowser = (value: string, { name, secure }: BrowserCookie): string =>
	`${name}=${value}; Path=/; Max-Age=${browserCookieDays * 86_400}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
