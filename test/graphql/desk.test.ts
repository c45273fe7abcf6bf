import { expect, it } from 'vitest';
import { openTestApi, type TestApi } from './api.ts';

const list = `query ($first: Int, $after: String, $status: RequestStatus) { rightsRequests(first: $first, after: $after, status: $status) {
	edges { cursor node { id right } } pageInfo { hasNextPage endCursor } } }`;

const submit = (api: TestApi) =>
	api.ask(
		'mutation { submitRightsRequest(input: { population: WEBSITE, rights: [OPT_OUT] }) { ... on RightsReceipt { code } } }',
	);

it('pages through the requests by receipt, the earliest first', async () => {
	await using api = await openTestApi();
	const key = await api.keyFor('requests:read');
	for (let count = 0; count < 5; count += 1) {
		await submit(api);
		if (count % 2) api.addSeconds(60);
	}
	const seen: string[] = [];
	let after: string | null = null;
	do {
		const { data } = await api.ask(list, { first: 2, after }, { key });
		seen.push(...data.rightsRequests.edges.map((edge: { node: { id: string } }) => edge.node.id));
		after = data.rightsRequests.pageInfo.hasNextPage ? data.rightsRequests.pageInfo.endCursor : null;
	} while (after);
	expect(new Set(seen).size).toBe(5);
	const { data } = await api.ask(list, { first: 100, status: 'IN_PROGRESS' }, { key });
	expect(data.rightsRequests.edges.map((edge: { node: { id: string } }) => edge.node.id)).toEqual(seen);
	expect((await api.ask(list, { status: 'LAPSED' }, { key })).data.rightsRequests.edges).toEqual([]);
});

it('answers no nonsense with a failure of ours', async () => {
	await using api = await openTestApi();
	const key = await api.keyFor('requests:read', 'requests:verify');
	const nonsense = ['', 'x', '\0', '\ud800', Buffer.from('2026 \0').toString('base64url'), 'a'.repeat(5000)];
	for (const text of nonsense) {
		const page = await api.ask(list, { after: text }, { key });
		expect(page.errors?.[0]?.extensions?.code ?? 'none').toMatch(/BAD_USER_INPUT|none/);
		const id = Buffer.from(`RightsRequest:${text}`).toString('base64');
		const node = await api.ask('query ($id: ID!) { node(id: $id) { id } }', { id }, { key });
		expect(node.errors?.[0]?.extensions?.code).not.toBe('INTERNAL_SERVER_ERROR');
		const verify =
			'mutation ($id: ID!) { verifyRightsRequest(input: { id: $id, points: [EMAIL, NAME, CUSTOMER_NUMBER], declaration: true }) { __typename } }';
		for (const wrong of [id, text]) {
			const { data, errors } = await api.ask(verify, { id: wrong }, { key });
			expect(errors).toBeUndefined();
			expect(data.verifyRightsRequest.__typename).toMatch(/Refused|InvalidInput/);
		}
	}
	expect(
		(await api.ask('{ rightsRequests(last: 1) { edges { cursor } } }', {}, { key })).errors?.[0]?.extensions?.code,
	).toBe('BAD_USER_INPUT');
	expect(api.logged).toEqual([]);
});

const words = `{ rightsRequests { edges { node { right sent { email name details correction { what shouldBe } reason } } } } }`;

it('gives what a person sent to a key that may read it, and records that it was read', async () => {
	await using api = await openTestApi();
	await api.ask(`mutation { submitRightsRequest(input: { population: WEBSITE, rights: [CORRECT], email: "ana@example.com",
		name: "Ana", details: "My account", correction: { what: "My street", shouldBe: "Quay Street" } }) { __typename } }`);
	await api.ask(`mutation { submitObjection(input: { notice: "california", version: "2027-03-01", email: "ben@example.com",
		reason: "I do not want it." }) { __typename } }`);
	const objections = `{ objections(notice: "california", version: "2027-03-01") { edges { node { status version { version }
		sent { email reason } } } pageInfo { hasNextPage } } }`;

	const without = await api.keyFor('requests:read', 'objections:read');
	for (const query of [words, objections]) {
		const { data, errors } = await api.ask(query, {}, { key: without });
		expect(errors?.map(({ extensions }) => extensions?.code)).toEqual(['FORBIDDEN']);
		expect(JSON.stringify(data)).not.toMatch(/example\.com|Quay/);
	}
	const access = () =>
		api.store.read((tx) => tx.selectFrom('event').selectAll().where('streamKind', '=', 'access').execute());
	expect(await access()).toEqual([]);

	const key = await api.keyFor('requests:read', 'objections:read', 'personal:read');
	expect((await api.ask(words, {}, { key })).data.rightsRequests.edges[0].node.sent).toEqual({
		email: 'ana@example.com',
		name: 'Ana',
		details: 'My account',
		correction: { what: 'My street', shouldBe: 'Quay Street' },
		reason: null,
	});
	expect((await api.ask(objections, {}, { key })).data.objections).toEqual({
		edges: [
			{
				node: {
					status: 'AWAITING_CONFIRMATION',
					version: { version: '2027-03-01' },
					sent: { email: 'ben@example.com', reason: 'I do not want it.' },
				},
			},
		],
		pageInfo: { hasNextPage: false },
	});
	const keyId = /^nk_([0-9a-f]+)_/.exec(key)?.[1];
	expect((await access()).map(({ type, data }) => [type, JSON.parse(data)])).toEqual([
		['personalRead', { keyId, staffId: null }],
		['personalRead', { keyId, staffId: null }],
	]);
});
