import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { addSeconds } from '../../schema/time.ts';
import { openTestApi, type TestApi } from './api.ts';

const fields = 'cursor type at version { version status }';
const subscription = `subscription ($after: String) { noticeEvents(after: $after) { ${fields} } }`;
const page = `query ($after: String, $first: Int) {
	events(after: $after, first: $first) { nodes: edges { node { ${fields} } } pageInfo { hasNextPage endCursor } } }`;

interface Followed {
	cursor: string;
	type: string;
	at: string;
	version: { version: string; status: string } | null;
}

/** The API behind a real socket, since only there can a client vanish. */
const listening = async (api: TestApi) => {
	const server = createServer((request, response) => {
		void api.yoga(request, response, { clientAddress: '2001:db8::1' });
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
		close: () => {
			server.closeAllConnections();
			server.close();
		},
	};
};

const open = async (url: string, after?: string) => {
	const vanishing = new AbortController();
	const response = await fetch(url, {
		method: 'POST',
		headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
		body: JSON.stringify({ query: subscription, variables: { after } }),
		signal: vanishing.signal,
	});
	return { response, vanish: () => vanishing.abort() };
};

/** The data of server-sent events, as they come. */
async function* eventsIn(response: Response): AsyncGenerator<Followed> {
	let text = '';
	for await (const chunk of (response.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream())) {
		text += chunk;
		const blocks = text.split('\n\n');
		text = blocks.pop() ?? '';
		for (const block of blocks) {
			const data = /^data: (\{.*\})$/m.exec(block)?.[1];
			if (data) yield JSON.parse(data).data.noticeEvents;
		}
	}
}

const take = async (events: AsyncGenerator<Followed>, count: number): Promise<Followed[]> => {
	const taken: Followed[] = [];
	while (taken.length < count) taken.push((await events.next()).value);
	return taken;
};

const comingOf = (api: TestApi) => {
	const version = api.library.notices.find(({ slug }) => slug === 'california')?.versions.at(-1);
	if (!version) throw new Error('no version to come');
	return version;
};

it('tells those who follow of an event as it happens, with the version as it then stands', async () => {
	await using api = await openTestApi();
	const coming = comingOf(api);
	api.setNow(addSeconds(coming.effectiveAt, -1));
	await api.tellSubscribers();
	const server = await listening(api);
	const { response, vanish } = await open(server.url);
	expect(response.headers.get('content-type')).toContain('text/event-stream');
	const next = eventsIn(response).next();
	await expect.poll(() => api.bell.listening).toBe(1);
	api.setNow(coming.effectiveAt);
	await api.tellSubscribers();
	expect((await next).value).toMatchObject({
		type: 'VERSION_IN_FORCE',
		at: coming.effectiveAt,
		version: { version: coming.id, status: 'IN_FORCE' },
	});
	vanish();
	server.close();
});

it('goes on after a cursor without a miss, and says the same to those who ask from time to time', async () => {
	await using api = await openTestApi();
	await api.tellSubscribers();
	const server = await listening(api);
	const asked = async (variables: { after?: string; first?: number }) => (await api.ask(page, variables)).data.events;
	const all = (await asked({ first: 100 })).nodes.map(({ node }: { node: Followed }) => node);
	expect(all.length).toBeGreaterThan(8);
	expect(new Set(all.map(({ cursor }: Followed) => cursor)).size).toBe(all.length);

	const first = await open(server.url, '0');
	const three = await take(eventsIn(first.response), 3);
	first.vanish();
	const second = await open(server.url, three[2]?.cursor);
	const rest = await take(eventsIn(second.response), all.length - 3);
	second.vanish();
	expect([...three, ...rest]).toEqual(all);

	const part = await asked({ first: 3 });
	expect(part.pageInfo).toEqual({ hasNextPage: true, endCursor: three[2]?.cursor });
	const onwards = await asked({ first: 100, after: part.pageInfo.endCursor });
	expect(onwards.nodes.map(({ node }: { node: Followed }) => node)).toEqual(rest);
	server.close();
});

it('keeps nothing open for clients that vanished', async () => {
	await using api = await openTestApi();
	const server = await listening(api);
	const clients = await Promise.all(Array.from({ length: 60 }, () => open(server.url)));
	await expect.poll(() => api.bell.listening).toBe(60);
	for (const { vanish } of clients) vanish();
	await expect.poll(() => api.bell.listening, { timeout: 2_000 }).toBe(0);
	server.close();
});

it('lets one network follow a hundred times, and says so to the next', async () => {
	await using api = await openTestApi();
	const server = await listening(api);
	const clients = await Promise.all(Array.from({ length: 100 }, () => open(server.url)));
	await expect.poll(() => api.bell.listening).toBe(100);
	const text = await (await open(server.url)).response.text();
	expect(text).toContain('TOO_MANY_REQUESTS');
	for (const { vanish } of clients) vanish();
	server.close();
});

it('refuses a cursor that is none, and ends every stream when the server stops', async () => {
	await using api = await openTestApi();
	const server = await listening(api);
	expect(await (await open(server.url, 'first')).response.text()).toContain('This cursor is none of ours');
	expect((await api.ask(page, { after: 'first' })).errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
	const { response } = await open(server.url);
	const ended = response.text();
	await expect.poll(() => api.bell.listening).toBe(1);
	api.bell.close();
	expect(await ended).toContain('event: complete');
	server.close();
});
