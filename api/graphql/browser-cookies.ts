import type { Plugin } from 'graphql-yoga';

/** Gives browsers cookies with the answer to the request for which `keep` was called. */
export const browserCookies = () => {
	const kept = new WeakMap<Request, string[]>();
	const plugin: Plugin = {
		onResponse({ request, response }) {
			for (const line of kept.get(request) ?? []) response.headers.append('set-cookie', line);
		},
	};
	return {
		plugin,
		/** Takes a `Set-Cookie` header. */
		keep: (request: Request, line: string): void => void kept.set(request, [...(kept.get(request) ?? []), line]),
	};
};
