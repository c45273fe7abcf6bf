import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { GraphQLError } from 'graphql';
import { type Scope, scopesOf } from '../schema/access/access.ts';
import type { Library } from '../schema/notice/model.ts';
import { isSignal } from '../schema/preference/signal.ts';
import type { SigningKey } from '../schema/provenance/keys.ts';
import type { Instant } from '../schema/time.ts';
import type { Targets } from '../schema/webhook.ts';
import { browserOf, staffBrowserOf } from './browser.ts';
import { clientAddress } from './client-address.ts';
import type { IdentityProvider } from './identity-provider.ts';
import { writeAtOnce } from './mail/prepare.ts';
import type { Caller, StaffBrowser, WriteLetters } from './service/environment.ts';
import { holderOfKey } from './service/keys.ts';
import type { NewsBell } from './service/news-bell.ts';
import { objectionCounts } from './service/objection-counts.ts';
import { holderOfSession, type SignedIn } from './service/sessions.ts';
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
	/** Gives the browser that sent a request a cookie with the answer: a `Set-Cookie` header. */
	keepCookie: (request: Request, line: string) => void;
	/** Rings where versions have new events. */
	bell: NewsBell;
	/** Rings where requests have. */
	requestBell: NewsBell;
	/** Where staff signs in beside the mailed link; null where there is none. */
	identityProvider: IdentityProvider | null;
	/** Where webhooks may go. */
	webhookTargets: Targets;
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
	/** Who of staff is signed in in the caller's browser; null where nobody is, and for callers with a key. */
	staff: SignedIn | null;
	/** What the caller may do now; empty for strangers. */
	scopes: ReadonlySet<Scope>;
	/** The same, asked again: a subscription outlasts keys, sessions and roles. */
	scopesNow: () => Promise<ReadonlySet<Scope>>;
	bell: NewsBell;
	requestBell: NewsBell;
	identityProvider: IdentityProvider | null;
	webhookTargets: Targets;
	/** What a subscription, which outlasts its moment, takes on before each event. */
	present: () => Pick<ApiContext, 'now' | 'library' | 'objectionCount'>;
	/** Shows letters before they leave. */
	writeLetters: WriteLetters;
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

/** Who acts: a tool with its key, somebody of staff in a browser, or a stranger. */
type Actor = Pick<ApiContext, 'keyId' | 'staff' | 'scopes'>;

const staffIn = async (
	browser: StaffBrowser | null,
	environment: { store: Store; now: Instant },
	isUse: boolean,
): Promise<Actor> => {
	const token = browser?.value('session');
	const staff = token ? await holderOfSession(environment, token, isUse) : null;
	const scopes = staff ? scopesOf(staff.role, environment.now < staff.recentUntil) : [];
	return { keyId: null, staff, scopes: new Set(scopes) };
};

const actorOf = async (
	header: string | null,
	browser: StaffBrowser | null,
	environment: { store: Store; now: Instant },
	isUse = true,
): Promise<Actor> => {
	if (header === null) return staffIn(browser, environment, isUse);
	const key = /^Bearer (\S+)$/i.exec(header)?.[1];
	const holder = key ? await holderOfKey(environment, key) : null;
	if (!holder) throw refuseKey();
	return { keyId: holder.id, staff: null, scopes: holder.scopes };
};

const addressOf = ({ clientAddress: known, req }: ServerContext, trustedProxies: number) =>
	known ?? (req ? clientAddress(req, trustedProxies) : 'unknown');

const languageOf = (header: string | null) => /^\s*([a-z]{2,3}(-[A-Za-z0-9]{2,8})*)/.exec(header ?? '')?.[1] ?? null;

/** The context of one request; throws GraphQLError with status 401 where a key is given that does not hold. */
export const createContext = async (parts: ApiParts, request: Request, server: ServerContext): Promise<ApiContext> => {
	const { store, publicUrl, signingKey, afterCommit } = parts;
	const present = () => {
		const library = parts.library();
		return { now: parts.now(), library, objectionCount: objectionCounts({ store, library }) };
	};
	const moment = present();
	const staffBrowser = staffBrowserOf(parts, request);
	const authorization = request.headers.get('authorization');
	const actor = await actorOf(authorization, staffBrowser, { store, now: moment.now });
	const scopesNow = async () => {
		const environment = { store, now: parts.now() };
		return (await actorOf(authorization, staffBrowser, environment, false)).scopes;
	};
	return {
		...moment,
		present,
		bell: parts.bell,
		requestBell: parts.requestBell,
		scopesNow,
		identityProvider: parts.identityProvider,
		webhookTargets: parts.webhookTargets,
		requestId: randomUUID(),
		store,
		publicUrl,
		signingKey,
		writeLetters: (trx, rows) => writeAtOnce(trx, { store, publicUrl, ...moment }, rows),
		byPost: request.method === 'POST',
		afterCommit,
		...actor,
		browser: browserOf(parts, request),
		staffBrowser,
		signal: isSignal(request.headers.get('sec-gpc')),
		clientAddress: addressOf(server, parts.trustedProxies),
		locale: languageOf(request.headers.get('accept-language')),
	};
};
