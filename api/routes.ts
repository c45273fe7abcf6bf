import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { staffCookie, staffCookieNames } from '../schema/access/cookies.ts';
import { valueIn } from '../schema/cookie.ts';
import { checkpointPath } from '../schema/evidence/checkpoint.ts';
import { browserCookie } from '../schema/preference/cookie.ts';
import { isSignal } from '../schema/preference/signal.ts';
import type { Instant } from '../schema/time.ts';
import { clientAddress } from './client-address.ts';
import type { Site, SiteHost } from './publish/host.ts';
import { type createUploads, uploadsPath } from './uploads.ts';

type ApiHandler = (request: IncomingMessage, response: ServerResponse, context: { clientAddress: string }) => unknown;

export interface RouteParts {
	api: ApiHandler;
	uploads: ReturnType<typeof createUploads>;
	/** The GraphQL SDL, as a file. */
	sdl: string;
	/** Null until the first site is built. */
	site: () => SiteHost | null;
	isReady: () => Promise<boolean>;
	monitoring: { contentType: string; figures: (now: Instant) => Promise<string> };
	/** How far the log of events goes, signed; null before its first event. */
	checkpoint: () => Promise<string | null>;
	now: () => Instant;
	demo: boolean;
	/** Where this server itself answers for its pages. */
	ownUrl: () => string;
	/** Without a slash at its end. */
	publicUrl: string;
	/** Where the API is hosted, if elsewhere. */
	apiUrl: string | undefined;
	trustedProxies: number;
	/** Logs an error and answers the reference under which it stands in the log. */
	report: (error: unknown) => string;
}

export const send = (
	response: ServerResponse,
	status: number,
	body: string,
	type = 'text/plain; charset=utf-8',
): void => {
	response.writeHead(status, { 'Content-Type': type, 'Cache-Control': 'no-store' });
	response.end(body);
};

/** `/california` has one address only, with the slash; a last part such as `feed.atom` is a file and stands as it is. */
const withSlash = (path: string) => (path.endsWith('/') || /\.[a-z]+$/i.test(path) ? null : `${path}/`);

const redirect = (response: ServerResponse, location: string) => {
	response.writeHead(308, { Location: location });
	response.end();
};

const starting = (response: ServerResponse) => {
	response.setHeader('Retry-After', '5');
	send(response, 503, 'The site is being built. Try again in a few seconds.\n');
};

/** Several headers of one name arrive as one, joined by commas. */
const signalOf = (headers: IncomingMessage['headers']) => headers['sec-gpc']?.toString();

/** What answers a request: the API, a fixed address, a file of the site, or a page that is rendered for it. */
export const createRoutes = (parts: RouteParts) => {
	// The pages ask the API for the person who asked them: only with this key, which no one else has, are they believed.
	const siteKey = randomBytes(32).toString('base64url');
	const isOurs = (key: unknown) => {
		const [given, own] = [Buffer.from(String(key)), Buffer.from(siteKey)];
		return given.length === own.length && timingSafeEqual(given, own);
	};
	const addressOf = (request: IncomingMessage) =>
		isOurs(request.headers['x-site-key'])
			? String(request.headers['x-client-address'])
			: clientAddress(request, parts.trustedProxies);

	const fixed: Record<string, (response: ServerResponse) => unknown> = {
		'/healthz': (response) => send(response, 200, 'ok\n'),
		'/readyz': async (response) => {
			const ready = parts.site() !== null && (await parts.isReady());
			send(response, ready ? 200 : 503, ready ? 'ready\n' : 'not ready\n');
		},
		'/metrics': async (response) =>
			send(response, 200, await parts.monitoring.figures(parts.now()), parts.monitoring.contentType),
		[checkpointPath]: async (response) => {
			const signed = await parts.checkpoint();
			if (signed === null) send(response, 404, 'No event has been recorded yet.\n');
			else send(response, 200, signed, 'application/json; charset=utf-8');
		},
		'/schema.graphql': (response) => send(response, 200, parts.sdl, 'application/graphql; charset=utf-8'),
	};

	const cookies = [
		browserCookie(parts.publicUrl),
		...staffCookieNames.map((name) => staffCookie(parts.publicUrl, name)),
	];

	/** What the API must know of the browser to act for it: its cookies, its signal, and the other site that sends it. */
	const browserHeaders = ({ headers }: IncomingMessage): Record<string, string> => {
		const cookie = cookies
			.map((it) => [it.name, valueIn(headers.cookie, it)])
			.filter(([, value]) => value !== null)
			.map((pair) => pair.join('='))
			.join('; ');
		const { origin } = headers;
		const foreign = origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== headers.host);
		return {
			...(cookie !== '' && { cookie }),
			...(isSignal(signalOf(headers)) && { 'sec-gpc': '1' }),
			...(foreign && { origin }),
		};
	};

	/** Another API has no key of ours; it believes us as it believes a proxy. */
	const api = (request: IncomingMessage) => {
		const address = addressOf(request);
		const [apiUrl, own] =
			parts.apiUrl === undefined
				? [parts.ownUrl(), { 'x-site-key': siteKey, 'x-client-address': address }]
				: [parts.apiUrl, { 'x-forwarded-for': address }];
		return { apiUrl, apiHeaders: { ...own, ...browserHeaders(request) }, apiCookies: [] };
	};

	const page = (request: IncomingMessage, response: ServerResponse, site: Site) =>
		site.pages(request, response, () => site.notFound(response), {
			...api(request),
			gpc: isSignal(signalOf(request.headers)),
			now: parts.now(),
			demo: parts.demo,
			report: parts.report,
		});

	return async (request: IncomingMessage, response: ServerResponse): Promise<unknown> => {
		const path = (request.url ?? '/').split('?')[0] ?? '/';
		// Two slashes begin the address of another host, to which nobody is to be sent from here.
		if (/^[/\\]{2}/.test(path)) return send(response, 404, 'Not found\n');
		if (path === '/graphql') return parts.api(request, response, { clientAddress: addressOf(request) });
		const answer = fixed[path];
		if (answer) return answer(response);
		if (path.startsWith(uploadsPath)) {
			const token = path.slice(uploadsPath.length);
			return parts.uploads(request, response, { token, clientAddress: addressOf(request) });
		}
		const site = await parts.site()?.at(parts.now());
		if (!site) return starting(response);
		if (request.method !== 'GET' && request.method !== 'HEAD') return page(request, response, site);
		const slashed = withSlash(path);
		if (slashed) return redirect(response, slashed + (request.url ?? '').slice(path.length));
		return site.files(request, response, () => void page(request, response, site));
	};
};
