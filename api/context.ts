import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { GraphQLError } from 'graphql';
import type { Scope } from '../schema/access/access.ts';
import type { Library } from '../schema/notice/model.ts';
import { browserCookie, browserIn } from '../schema/preference/cookie.ts';
import { isSignal } from '../schema/preference/signal.ts';
import type { SigningKey } from '../schema/provenance/keys.ts';
import type { Instant } from '../schema/time.ts';
import { clientAddress } from './client-address.ts';
import type { Browser, Caller } from './service/environment.ts';
import { holderOfKey } from './service/keys.ts';
import type { NewsBell } from './service/news-bell.ts';
import { objectionCounts } from './service/objection-counts.ts';
import type { Store } from './store/open.ts';

/** What all requests share. */
export interface ApiParts {
	/** The content as it is at this moment; it may be replaced while the server runs. */
	library: () => Library;
	store: Store;
	now: () => Instant;
	/** Without a slash at its end. */
	publicUrl: string;
	/** Signs receipts. */
	signingKey: SigningKey;
	/** Called after each commit, so that letters leave soon. */
	afterCommit: () => void;
	/** How many proxies in front of the server are believed. */
	trustedProxies: number;
	/** Gives the browser that sent a request its cookie with the answer. */
	keepBrowser: (request: Request, token: string) => void;
	/** Rings where versions have new events. */
	bell: NewsBell;
}

/** What one request works with; time stands still in it. */
export interface ApiContext extends Caller {
	requestId: string;
	publicUrl: string;
	signingKey: SigningKey;
	/** The id of the caller's key; null for callers without one. */
	keyId: string | null;
	/** Whether it came by POST; what names a person must not stand in an address. */
	byPost: boolean;
	/** Empty for callers without a key. */
	scopes: ReadonlySet<Scope>;
	bell: NewsBell;
	/** What a subscription, which outlasts its moment, takes on before each event. */
	present: () => Pick<ApiContext, 'now' | 'library' | 'objectionCount'>;
	/** How many objections to a version are counted, read once for all versions of its notice. */
	objectionCount: (notice: string, version: string) => Promise<number>;
}

/** What the server may say of a request beside the request itself. */
export interface ServerContext {
	/** Where it came from, when the server knows better than its socket. */
	clientAddress?: string;
	req?: IncomingMessage;
}

const refuseKey = () =>
	new GraphQLError('This key is unknown, expired or revoked.', {
		extensions: { code: 'UNAUTHENTICATED', http: { status: 401 } },
	});

const holderOf = async (header: string | null, environment: { store: Store; now: Instant }) => {
	if (header === null) return { id: null, scopes: new Set<Scope>() };
	const key = /^Bearer (\S+)$/i.exec(header)?.[1];
	const holder = key ? await holderOfKey(environment, key) : null;
	if (!holder) throw refuseKey();
	return holder;
};

const addressOf = ({ clientAddress: known, req }: ServerContext, trustedProxies: number) =>
	known ?? (req ? clientAddress(req, trustedProxies) : 'unknown');

const languageOf = (header: string | null) => /^\s*([a-z]{2,3}(-[A-Za-z0-9]{2,8})*)/.exec(header ?? '')?.[1] ?? null;

/** Whether a page of another site has sent the request; programs name no origin. */
const isForeign = ({ headers, url }: Request, publicUrl: string) => {
	const origin = headers.get('origin');
	if (origin === null || origin === new URL(publicUrl).origin) return false;
	return !URL.canParse(origin) || new URL(origin).host !== new URL(url).host;
};

const browserOf = ({ publicUrl, keepBrowser }: ApiParts, request: Request): Browser | null =>
	isForeign(request, publicUrl)
		? null
		: {
				token: browserIn(request.headers.get('cookie'), browserCookie(publicUrl)),
				keep: (token) => keepBrowser(request, token),
			};

/** The context of one request; throws GraphQLError with status 401 where a key is given that does not hold. */
export const createContext = async (parts: ApiParts, request: Request, server: ServerContext): Promise<ApiContext> => {
	const { store, publicUrl, signingKey, afterCommit } = parts;
	const present = () => {
		const library = parts.library();
		return { now: parts.now(), library, objectionCount: objectionCounts({ store, library }) };
	};
	const moment = present();
	const { id: keyId, scopes } = await holderOf(request.headers.get('authorization'), { store, now: moment.now });
	return {
		...moment,
		present,
		bell: parts.bell,
		requestId: randomUUID(),
		store,
		publicUrl,
		signingKey,
		byPost: request.method === 'POST',
		afterCommit,
		keyId,
		scopes,
		browser: browserOf(parts, request),
		signal: isSignal(request.headers.get('sec-gpc')),
		clientAddress: addressOf(server, parts.trustedProxies),
		locale: languageOf(request.headers.get('accept-language')),
	};
};
