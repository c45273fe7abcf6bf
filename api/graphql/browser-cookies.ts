import type { Plugin } from 'graphql-yoga';
import { browserCookie, setBrowser } from '../../schema/preference/cookie.ts';

/** Gives browsers their cookie with the answer to the request for which `keep` was called. */
export const browserCookies = (publicUrl: string) => {
	const kept = new WeakMap<Request, string>();
	const cookie = browserCookie(publicUrl);
	const plugin: Plugin = {
		onResponse({ request, response }) {
			const token = kept.get(request);
			if (token) response.headers.append('set-cookie', setBrowser(token, cookie));
		},
	};
	return { plugin, keep: (request: Request, token: string): void => void kept.set(request, token) };
};
