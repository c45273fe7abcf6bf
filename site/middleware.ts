import { defineMiddleware } from 'astro:middleware';
import { apiUrl, publicUrl } from 'virtual:notices';
import type { APIContext, MiddlewareNext } from 'astro';
import { contentSecurityPolicy } from './content-security-policy.ts';

const own = (origin: string, requestUrl: URL) =>
	origin === new URL(publicUrl).origin || new URL(origin).host === requestUrl.host;

/** A post that carries cookies and comes from another site; one without cookies has nothing to abuse. */
const isForeign = (request: Request, url: URL): boolean => {
	if (request.method === 'GET' || request.method === 'HEAD' || !request.headers.has('cookie')) return false;
	const site = request.headers.get('sec-fetch-site');
	if (site && site !== 'same-origin' && site !== 'none') return true;
	const origin = request.headers.get('origin');
	return origin !== null && (!URL.canParse(origin) || !own(origin, url));
};

/** The search alone runs WebAssembly. */
const runsWasm = (url: URL) => url.pathname.endsWith('/search/');

const isPage = (response: Response) =>
	response.body !== null && response.headers.get('content-type')?.startsWith('text/html');

const withPolicy = async (response: Response, url: URL): Promise<Response> => {
	if (!isPage(response)) return response;
	const html = await response.text();
	const page = new Response(html, response);
	page.headers.set('Content-Security-Policy', contentSecurityPolicy(html, { wasm: runsWasm(url), apiUrl }));
	return page;
};

/** Left to itself, the framework would write the address of a page that fails into the log, and addresses hold tokens. */
const rendered = async ({ locals, url }: APIContext, next: MiddlewareNext): Promise<Response> => {
	try {
		return await withPolicy(await next(), url);
	} catch (error) {
		const reference = locals.report(error);
		return new Response(`Something went wrong on our side. Reference: ${reference}\n`, { status: 500 });
	}
};

export const onRequest = defineMiddleware(async (context, next) => {
	if (context.isPrerendered) return withPolicy(await next(), context.url);
	if (isForeign(context.request, context.url))
		return new Response('Refused: this form was sent from another site.\n', { status: 403 });
	const response = await rendered(context, next);
	if (!response.headers.has('Cache-Control')) response.headers.set('Cache-Control', 'no-store');
	for (const cookie of new Set(context.locals.apiCookies)) response.headers.append('Set-Cookie', cookie);
	return response;
});
