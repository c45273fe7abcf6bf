import { type StaffCookieName, staffCookie } from '../schema/access/cookies.ts';
import { setCookie, valueIn } from '../schema/cookie.ts';
import { browserCookie } from '../schema/preference/cookie.ts';
import type { Browser, StaffBrowser } from './service/environment.ts';

interface Parts {
	publicUrl: string;
	/** Takes a `Set-Cookie` header for the answer to a request. */
	keepCookie: (request: Request, line: string) => void;
}

/** Whether a page of another site has sent the request; programs name no origin. */
const isForeign = ({ headers, url }: Request, publicUrl: string) => {
	const origin = headers.get('origin');
	if (origin === null || origin === new URL(publicUrl).origin) return false;
	return !URL.canParse(origin) || new URL(origin).host !== new URL(url).host;
};

/** The browser in which a choice can be made. */
export const browserOf = ({ publicUrl, keepCookie }: Parts, request: Request): Browser | null => {
	if (isForeign(request, publicUrl)) return null;
	const cookie = browserCookie(publicUrl);
	return {
		token: valueIn(request.headers.get('cookie'), cookie),
		keep: (token) => keepCookie(request, setCookie(token, cookie)),
	};
};

/** What browsers say of where a request comes from: this same site, or an address that a person typed. */
const isOwn = (site: string | null) => site === null || site === 'same-origin' || site === 'none';

/** The browser of a person of staff: by POST from our own pages only, whatever cookies another request carries. */
export const staffBrowserOf = ({ publicUrl, keepCookie }: Parts, request: Request): StaffBrowser | null => {
	const { headers, method } = request;
	if (method !== 'POST' || isForeign(request, publicUrl) || !isOwn(headers.get('sec-fetch-site'))) return null;
	const cookie = (name: StaffCookieName) => staffCookie(publicUrl, name);
	return {
		value: (name) => valueIn(headers.get('cookie'), cookie(name)),
		keep: (name, value) => keepCookie(request, setCookie(value, cookie(name))),
	};
};
