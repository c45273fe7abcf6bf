import { defineMiddleware } from 'astro:middleware';
import { publicUrl } from 'virtual:notices';

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

export const onRequest = defineMiddleware(async (context, next) => {
	if (context.isPrerendered) return next();
	if (isForeign(context.request, context.url))
		return new Response('Refused: this form was sent from another site.\n', { status: 403 });
	const response = await next();
	response.headers.set('Cache-Control', 'no-store');
	return response;
});
