import { useCSRFPrevention } from '@graphql-yoga/plugin-csrf-prevention';
import { createYoga } from 'graphql-yoga';
import type { Logger } from 'pino';
import type { Targets } from '../../schema/webhook.ts';
import { type ApiContext, type ApiParts, createContext, type ServerContext } from '../context.ts';
import type { IdentityProvider } from '../identity-provider.ts';
import { createNewsBell } from '../service/news-bell.ts';
import { sealNews } from '../service/request-events.ts';
import { lastVersionEvent } from '../service/version-events.ts';
import { browserCookies } from './browser-cookies.ts';
import { introspectionByKey } from './introspection.ts';
import { maskError, maskValidation } from './masking.ts';
import { queryLimits } from './query-limits.ts';
import { schema } from './schema.ts';

/** The header that a GET, and a POST which a browser sends without asking first, must carry. */
export const csrfHeader = 'x-graphql-yoga-csrf';

/** Longest body of a request, in bytes. */
export const bodyLimit = 65_536;

export interface ApiOptions
	extends Omit<
		ApiParts,
		'afterCommit' | 'trustedProxies' | 'bell' | 'requestBell' | 'keepCookie' | 'identityProvider' | 'webhookTargets'
	> {
	log: Logger;
	identityProvider?: IdentityProvider | null;
	webhookTargets?: Targets;
	afterCommit?: () => void;
	trustedProxies?: number;
	/** Other sites whose pages may ask this API; never with cookies. */
	allowedOrigins?: string[];
}

const silent = { debug() {}, info() {}, warn() {}, error() {} };

/** The API as a handler of requests. What it lets through does not depend on NODE_ENV. */
export const createApi = (options: ApiOptions) => {
	const { log, allowedOrigins = [], afterCommit = () => {}, trustedProxies = 0 } = options;
	const { store, now, publicUrl: site, signingKey: key } = options;
	const bell = createNewsBell(() => lastVersionEvent(store));
	const requestBell = createNewsBell(() => sealNews({ store, now: now(), site, key }));
	const cookies = browserCookies();
	const parts: ApiParts = {
		...options,
		afterCommit,
		trustedProxies,
		bell,
		requestBell,
		keepCookie: cookies.keep,
		identityProvider: options.identityProvider ?? null,
		webhookTargets: options.webhookTargets ?? 'public',
	};
	const yoga = createYoga<ServerContext, ApiContext>({
		schema,
		context: ({ request, ...server }) => createContext(parts, request, server),
		graphqlEndpoint: '/graphql',
		graphiql: false,
		landingPage: false,
		batching: false,
		multipart: false,
		maxRequestBodySize: bodyLimit,
		cors: { origin: [new URL(options.publicUrl).origin, ...allowedOrigins], credentials: false },
		maskedErrors: { isDev: false, maskError: maskError(log) },
		// Its own logger writes whole errors, which may quote what a person sent.
		logging: silent,
		plugins: [
			...queryLimits,
			maskValidation,
			introspectionByKey,
			useCSRFPrevention({ requestHeaders: [csrfHeader] }),
			cookies.plugin,
		],
	});
	return { yoga, bell, requestBell };
};
