import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { revokeKey } from '../../api/service/keys.ts';
import { openTestApi, type TestApi } from './api.ts';
import { addPerson, signInAs } from './staff.ts';

const fields = 'cursor type requestId revision at';
const subscription = `subscription ($after: String) { requestEvents(after: $after) { ${fields} } }`;
const page = `query ($after: String) { requestEvents(after: $after, first: 100) { edges { node { ${fields} } } } }`;

const listening = async (api: TestApi) => {
	const server = createServer(
		(request, response) => void api.yoga(request, response, { clientAddress: '2001:db8::1' }),
	);
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
		[Symbol.dispose]() {
			server.closeAllConnections();
			server.close();
		},
	};
};

const open = (url: string, headers: Record<string, string>, after?: string) =>
	fetch(url, {
		method: 'POST',
		headers: { 'content-type': 'application/json', accept: 'text/event-stream', ...headers },
		body: JSON.stringify({ query: subscription, variables: { after } }),
	});

/** The events of a response until there are so many. */
const take = async (response: Response, count: number) => {
	const events: Record<string, unknown>[] = [];
	let text = '';
	for await (const chunk of (response.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream())) {
		text += chunk;
		const blocks = text.split('\n\n');
		text = blocks.pop() ?? '';
		for (const block of blocks) {
			const data = /^data: (\{.*\})$/m.exec(block)?.[1];
			const event = data && JSON.parse(data).data?.requestEvents;
			if (event) events.push(event);
		}
		if (events.length >= count) break;
	}
	return events;
};

const submit = (api: TestApi) =>
	api.ask(
		'mutation { submitRightsRequest(input: { population: WEBSITE, rights: [OPT_OUT] }) { ... on RightsReceipt { code } } }',
	);

it('tells those who follow what happens to a request, from a cursor on without a miss, and the same by page', async () => {
	await using api = await openTestApi();
	using server = await listening(api);
	const key = await api.keyFor('requests:read');
	const headers = { authorization: `Bearer ${key}` };
	const first = open(server.url, headers);
	await expect.poll(() => api.requestBell.listening).toBe(1);
	await submit(api);
	const [event] = await take(await first, 1);
	expect(event).toMatchObject({ type: 'REQUEST_SUBMITTED', revision: 1 });
	const { data } = await api.ask(
		'query ($id: ID!) { node(id: $id) { ... on RightsRequest { right revision } } }',
		{ id: event?.requestId },
		{ key },
	);
	expect(data.node).toEqual({ right: 'OPT_OUT', revision: 1 });
	await submit(api);
	const later = await take(await open(server.url, headers, String(event?.cursor)), 1);
	expect(later[0]?.requestId).not.toBe(event?.requestId);
	const { requestEvents } = (await api.ask(page, { after: '0' }, { key })).data;
	expect(requestEvents.edges.map(({ node }: { node: object }) => node)).toEqual([event, later[0]]);
});

it('refuses strangers, and those whose key or session ends hear nothing more', async () => {
	await using api = await openTestApi();
	using server = await listening(api);
	expect(await (await open(server.url, {})).text()).toContain('FORBIDDEN');
	const key = await api.keyFor('requests:read');
	const byKey = open(server.url, { authorization: `Bearer ${key}` });
	const { email } = await addPerson(api, 'HANDLER');
	const bySession = open(server.url, await signInAs(api, email));
	await expect.poll(() => api.requestBell.listening).toBe(2);
	await revokeKey(api, key.split('_').slice(0, 2).join('_'));
	// Half an hour without use ends the session.
	api.addSeconds(31 * 60);
	await submit(api);
	for (const response of [byKey, bySession]) expect(await take(await response, 1)).toEqual([]);
	expect(api.requestBell.listening).toBe(0);
});
