import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { createApi } from '../../api/graphql/yoga.ts';
import type { IdentityProvider } from '../../api/identity-provider.ts';
import { drain } from '../../api/mail/deliver.ts';
import type { Outgoing } from '../../api/mail/transport.ts';
import { tellSubscribers } from '../../api/service/announcements.ts';
import { tellAudiences } from '../../api/service/audience-telling.ts';
import { runClock } from '../../api/service/clock.ts';
import type { Environment } from '../../api/service/environment.ts';
import { newKey } from '../../api/service/keys.ts';
import { openStore, type Store } from '../../api/store/open.ts';
import type { Scope } from '../../schema/access/access.ts';
import type { Library } from '../../schema/notice/model.ts';
import { readLibrary } from '../../schema/source/library.ts';
import { addSeconds, type Instant } from '../../schema/time.ts';
import { demoInstant, projectContent, publicUrl } from '../support/places.ts';
import { keysFrom, testSeed } from '../support/published.ts';

interface GraphQLAnswer {
	status: number;
	// Tests read what they have just asked for; a wrong path fails the test.
	// biome-ignore lint/suspicious/noExplicitAny: the shape of an answer is that of its query
	data: any;
	errors: { message: string; path?: string[]; extensions?: Record<string, unknown> }[] | undefined;
	text: string;
	headers: Headers;
}

interface Options {
	at?: Instant;
	library?: Library;
	/** Else one on sqlite3 of its own. */
	store?: Store;
	identityProvider?: IdentityProvider;
}

export const endpoint = `${publicUrl}/graphql`;

const answerOf = async (response: Response): Promise<GraphQLAnswer> => {
	const text = await response.text();
	const body = text.startsWith('{') ? JSON.parse(text) : {};
	return { status: response.status, data: body.data, errors: body.errors, text, headers: response.headers };
};

let projectLibrary: Promise<Library> | null = null;
const readProjectLibrary = () => {
	projectLibrary ??= readLibrary(projectContent).then(({ library }) => library);
	return projectLibrary;
};

/** The whole API over a real store in a folder of its own, with a mailbox in memory and a clock that stands until moved. */
export const openTestApi = async ({
	at = demoInstant,
	library: given,
	store: ready,
	identityProvider,
}: Options = {}) => {
	const dataDir = mkdtempSync(join(tmpdir(), 'noticekeeper-graphql-'));
	let library = given ?? (await readProjectLibrary());
	let now = at;
	const logged: string[] = [];
	const letters: Outgoing[] = [];
	const config = { dataDir, databaseUrl: undefined, sqliteDriver: 'sqlite3', dataKey: undefined } as const;
	const store = ready ?? (await openStore(config));
	const log = pino({ level: 'info' }, { write: (line: string) => void logged.push(line) });
	const { yoga, bell, requestBell } = createApi({
		library: () => library,
		store,
		now: () => now,
		publicUrl,
		signingKey: keysFrom(testSeed).key,
		identityProvider: identityProvider ?? null,
		log,
	});
	const environment = (): Environment => ({ store, library, now, afterCommit: () => {} });
	const mail = {
		kind: 'files',
		send: async (letter: Outgoing, settle: () => Promise<void>) => {
			letters.push(letter);
			await settle();
		},
		close: async () => {},
	} as const;
	let calls = 0;

	const send = (init: RequestInit, path = '', clientAddress?: string) => {
		calls += 1;
		// Every call comes from a network of its own, unless the test says otherwise.
		const address = clientAddress ?? `2001:db8:${(calls >> 8).toString(16)}:${(calls & 255).toString(16)}::1`;
		return yoga.fetch(`${endpoint}${path}`, init, { clientAddress: address });
	};

	return {
		store,
		yoga,
		bell,
		requestBell,
		logged,
		dataDir,
		get library() {
			return library;
		},
		replaceLibrary: (next: Library) => {
			library = next;
		},
		setNow: (next: Instant) => {
			now = next;
		},
		addSeconds: (seconds: number) => {
			now = addSeconds(now, seconds);
		},
		get now() {
			return now;
		},
		send: async (init: RequestInit, path?: string) => answerOf(await send(init, path)),
		ask: async (
			query: string,
			variables: Record<string, unknown> = {},
			{ key, from, headers }: { key?: string; from?: string; headers?: Record<string, string> } = {},
		): Promise<GraphQLAnswer> =>
			answerOf(
				await send(
					{
						method: 'POST',
						headers: {
							'content-type': 'application/json',
							...(key && { authorization: `Bearer ${key}` }),
							...headers,
						},
						body: JSON.stringify({ query, variables }),
					},
					'',
					from,
				),
			),
		keyFor: async (...scopes: Scope[]) => (await newKey({ store, now }, { name: 'test', scopes, days: 365 })).key,
		/** Sends what is due and answers the letters that this sent, in the order of the alphabet. */
		deliver: async () => {
			const before = letters.length;
			await drain({ store, library: () => library, now: () => now, publicUrl, mail });
			return letters.slice(before).sort((a, b) => (a.kind + a.to < b.kind + b.to ? -1 : 1));
		},
		runClock: () => runClock(environment()),
		tellSubscribers: () => tellSubscribers(environment()),
		tellAudiences: () => tellAudiences(environment()),
		async [Symbol.asyncDispose]() {
			bell.close();
			requestBell.close();
			await store.close();
			rmSync(dataDir, { recursive: true, force: true });
		},
	};
};

export type TestApi = Awaited<ReturnType<typeof openTestApi>>;

/** The token of a link in a letter. */
export const tokenIn = (letter: { text: string } | undefined, page: string): string => {
	const token = new RegExp(`/${page}/([A-Za-z0-9_-]{43})/`).exec(letter?.text ?? '')?.[1];
	if (!token) throw new Error(`no link to /${page}/ in: ${letter?.text}`);
	return token;
};
