import { describe, expect, it } from 'vitest';
import { handOverAudience } from '../../api/service/audience.ts';
import { ownConnector } from '../../api/service/own-connector.ts';
import { loadSubscription } from '../../api/service/subscription-record.ts';
import { addSeconds } from '../../schema/time.ts';
import { openTestApi, type TestApi, tokenIn } from '../graphql/api.ts';
import { newStore } from '../support/stores.ts';

const email = 'ana@example.com';
const subscribe = `mutation ($email: String!) { subscribe(input: { email: $email, notices: ["california"] }) { __typename } }`;
const confirmSubscription =
	'mutation ($token: String!) { confirmSubscription(input: { token: $token }) { __typename } }';
const object = `mutation ($email: String!) { submitObjection(input: { notice: "california", version: "2027-03-01",
	email: $email, name: "Ana Quintana", reason: "Nobody sells my data" }) { __typename } }`;
const confirmObjection = 'mutation ($token: String!) { confirmObjection(input: { token: $token }) { __typename } }';
const request = `mutation ($email: String!, $rights: [Right!]!) { submitRightsRequest(input: { population: WEBSITE, rights: $rights,
	email: $email, name: "Ana Quintana", details: "My orders of May" }) { __typename } }`;
const confirmRequest = 'mutation ($token: String!) { confirmRightsRequest(input: { token: $token }) { __typename } }';

const asks = async (api: TestApi, query: string, variables: object, path: string, confirm: string) => {
	await api.ask(query, { ...variables });
	const letter = (await api.deliver()).findLast(({ text }) => text.includes(path));
	await api.ask(confirm, { token: tokenIn(letter, path) });
	await api.deliver();
};

/** Everything that the store can hold of one person, and the same of another. */
const known = async (api: TestApi) => {
	for (const who of [email, 'bo@example.com']) {
		await asks(api, subscribe, { email: who }, 'subscribe/confirm', confirmSubscription);
		await asks(api, object, { email: who }, 'objections/confirm', confirmObjection);
		await asks(api, request, { email: who, rights: ['KNOW_SPECIFIC'] }, 'requests/confirm', confirmRequest);
		await api.ask(request, { email: who, rights: ['OPT_OUT'] });
		await api.deliver();
	}
	const environment = { store: api.store, library: api.library, now: api.now, afterCommit: () => {} };
	const people = [{ email }];
	await handOverAudience(environment, { notice: 'california', version: '2027-03-01', people });
};

const connect = (api: TestApi) => ownConnector('self', { store: api.store, now: api.now });

const countOf = (tables: { table: string; rows: number | null }[]) =>
	Object.fromEntries(tables.map(({ table, rows }) => [table, rows]));

const all = { subscription: 1, audience: 1, objection: 1, request: 2, choice: 1 };

describe.each(['sqlite3', 'postgres'] as const)('the store as a system, on %s', (dialect) => {
	it('finds, exports and erases what it holds of a person and of nobody else, and a trial changes nothing', async () => {
		await using api = await openTestApi({ store: await newStore(dialect) });
		await known(api);
		const own = connect(api);
		expect(countOf(await own.find({ email: 'ANA@example.com' }))).toEqual(all);
		expect(own.keeps(await own.find({ email }))).toBe(true);
		expect(countOf(await own.find({ name: 'Ana Quintana' }))).toMatchObject({ subscription: null, request: null });
		expect(await own.exportRows({ email: 'cy@example.com' })).toMatchObject([{ rows: [] }, {}, {}, {}, {}]);

		const exported = await own.exportRows({ email });
		const rowsOf = (name: string) => exported.find(({ table }) => table === name)?.rows;
		expect(rowsOf('subscription')).toMatchObject([{ email, notices: ['california'], status: 'CONFIRMED' }]);
		expect(rowsOf('objection')).toMatchObject([{ email, name: 'Ana Quintana', reason: 'Nobody sells my data' }]);
		expect(rowsOf('request')).toMatchObject([
			{ right: 'KNOW_SPECIFIC', details: 'My orders of May' },
			{ right: 'OPT_OUT' },
		]);
		expect(rowsOf('choice')).toMatchObject([{ optedOutAt: api.now }]);
		const read = await api.store.read((tx) =>
			tx.selectFrom('event').select('type').where('type', '=', 'personalRead').execute(),
		);
		expect(read).toHaveLength(5);
		expect(JSON.stringify(exported)).not.toContain('bo@example.com');

		const reached = { subscription: 1, audience: 1, objection: 1, request: 0 };
		expect(countOf(await own.erase({ email }, false))).toEqual(reached);
		expect(countOf(await own.find({ email }))).toEqual(all);
		expect(countOf(await own.erase({ email }, true))).toEqual(reached);
		const left = await own.exportRows({ email });
		expect(left.find(({ table }) => table === 'objection')?.rows).toMatchObject([{ email, name: null, reason: null }]);
		expect(countOf(await own.find({ email }))).toEqual({ ...all, subscription: 0, audience: 0 });
		expect(countOf(await own.find({ email: 'bo@example.com' }))).toEqual({ ...all, audience: 0 });
		expect(countOf(await own.erase({ email }, true))).toEqual({
			subscription: 0,
			audience: 0,
			objection: 0,
			request: 0,
		});
		expect(await api.deliver()).toEqual([]);
	});
});

it('destroys what came with a request that runs on once that has ended, and keeps the answer', async () => {
	await using api = await openTestApi();
	await asks(api, request, { email, rights: ['KNOW_SPECIFIC'] }, 'requests/confirm', confirmRequest);
	const key = await api.keyFor('requests:read', 'requests:answer');
	await connect(api).erase({ email }, true);
	const { data } = await api.ask('{ rightsRequests { edges { node { id sent { details } } } } }', {}, { key });
	const { id } = data.rightsRequests.edges[0].node;
	await api.ask(
		'mutation ($id: ID!) { answerRightsRequest(input: { id: $id, outcome: DENIED, ground: EXEMPT, message: "Not ours" }) { __typename } }',
		{ id },
		{ key },
	);
	expect(await api.deliver()).toHaveLength(1);
	api.addSeconds(3600);
	await api.runClock();
	const [row] = await api.store.read((tx) => tx.selectFrom('personal').selectAll().execute());
	expect(row?.emailIndex).toBeNull();
	expect(countOf(await connect(api).find({ email }))).toMatchObject({ request: 0 });
});

it('corrects an address and a name, refuses what is none, and what is not to be changed', async () => {
	await using api = await openTestApi();
	await known(api);
	const own = connect(api);
	const correction = { system: 'self', table: 'subscription', column: 'email', value: 'ana@example.net' };
	expect(await own.correct({ email }, correction, false)).toEqual({ table: 'subscription', rows: 1 });
	expect(countOf(await own.find({ email }))).toEqual(all);
	await own.correct({ email }, correction, true);
	expect(countOf(await own.find({ email: 'ana@example.net' }))).toMatchObject({ subscription: 1, request: 0 });
	await expect(own.correct({ email }, { ...correction, value: 'ana' }, true)).rejects.toThrow('subscription.email: ');
	await expect(own.correct({ email }, { ...correction, table: 'request' }, true)).rejects.toThrow(
		'request.email cannot be corrected here',
	);
	await own.correct({ email }, { ...correction, table: 'objection', column: 'name', value: 'Ana Q.' }, true);
	const [, , objection] = await own.exportRows({ email });
	expect(objection?.rows).toMatchObject([{ name: 'Ana Q.' }]);
});

it('replays to its row when a subscription is forgotten before it was confirmed', async () => {
	await using api = await openTestApi();
	await api.ask(subscribe, { email });
	await connect(api).erase({ email }, true);
	const [row] = await api.store.read((tx) => tx.selectFrom('subscription').selectAll().execute());
	const replayed = await api.store.read((tx) => loadSubscription(tx, row?.id ?? ''));
	expect(row).toMatchObject({ status: 'ENDED', endedAt: api.now, erasedAt: api.now });
	expect(replayed?.state).toMatchObject({ status: 'ENDED', endedAt: row?.endedAt, erasedAt: row?.erasedAt });
	api.setNow(addSeconds(api.now, 40 * 86_400));
	await api.runClock();
	expect(await api.deliver()).toEqual([]);
});
