import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { newKey } from '../../api/service/keys.ts';
import { liftLegalHold, placeLegalHold } from '../../api/service/legal-holds.ts';
import { dueRetention } from '../../api/service/purge.ts';
import { readPersonal } from '../../api/store/personal.ts';
import { instant } from '../../schema/time.ts';
import { openTestApi, type TestApi, tokenIn } from '../graphql/api.ts';

const person = { email: 'ana@example.com', name: 'Ana', details: 'My account is from 2019.' };
const submit = `mutation ($input: SubmitRightsRequestInput!) { submitRightsRequest(input: $input) { ... on RightsReceipt { code } } }`;
const confirm = 'mutation ($input: TokenInput!) { confirmRightsRequest(input: $input) { __typename } }';
const list = '{ rightsRequests(first: 5) { edges { node { id right } } } }';
const verify =
	'mutation ($id: ID!) { verifyRightsRequest(input: { id: $id, points: [EMAIL, NAME, CUSTOMER_NUMBER], declaration: true }) { __typename } }';
const answer = `mutation ($id: ID!, $outcome: Outcome!, $ground: Ground) {
	answerRightsRequest(input: { id: $id, outcome: $outcome, ground: $ground, message: "It is done." }) { __typename } }`;

const daySeconds = 86_400;

/** A request that was answered on 1 December 2026, with its letter still in the queue. */
const answered = async (api: TestApi, right: 'DELETE' | 'KNOW_CATEGORIES', outcome: 'GRANTED' | 'DENIED') => {
	const scopes = ['requests:read', 'requests:verify', 'requests:answer'] as const;
	const { key } = await newKey(api, { name: 'desk', scopes, days: 30 });
	const input = { rights: [right], population: 'WEBSITE', ...person };
	const { code } = (await api.ask(submit, { input })).data.submitRightsRequest;
	const token = tokenIn((await api.deliver())[0], 'requests/confirm');
	await api.ask(confirm, { input: { token } });
	const { id } = (await api.ask(list, {}, { key })).data.rightsRequests.edges[0].node;
	await api.ask(verify, { id }, { key });
	await api.ask(answer, { id, outcome, ground: outcome === 'DENIED' ? 'EXEMPT' : null }, { key });
	return { code };
};

const onlyRow = (api: TestApi) =>
	api.store.read((tx) => tx.selectFrom('personal').selectAll().executeTakeFirstOrThrow());

const kept = async (api: TestApi) => {
	const { id } = await onlyRow(api);
	return api.store.read((tx) => readPersonal(tx, api.store.vault, id));
};

/** Whether any file of the store holds what is sealed now, its key or the index of its address. */
const traceIn = async (api: TestApi) => {
	const row = await onlyRow(api);
	const traces = [row.sealed, row.keyWrapped, row.emailIndex && Buffer.from(row.emailIndex)].filter(
		(it) => it !== null,
	);
	return () => {
		const files = readdirSync(api.dataDir)
			.filter((name) => name.includes('.db'))
			.map((name) => readFileSync(join(api.dataDir, name)));
		return traces.map((trace) => trace !== '' && files.some((file) => file.includes(trace.subarray(0, 24))));
	};
};

const historyOf = (api: TestApi) =>
	api.store.read((tx) =>
		tx.selectFrom('event').select(['type', 'at']).where('streamKind', '=', 'retention').orderBy('seq').execute(),
	);

it('keeps what a person sent and was answered for 24 months from the answer, and destroys it then', async () => {
	await using api = await openTestApi();
	await answered(api, 'KNOW_CATEGORIES', 'GRANTED');
	await api.deliver();
	await api.runClock();
	const found = await traceIn(api);
	api.setNow(instant('2028-11-30T23:59:59-08:00'));
	await api.runClock();
	expect(found()).toEqual([true, true, true]);
	expect(await kept(api)).toMatchObject(person);
	expect(await dueRetention(api.store, api.now)).toEqual([]);
	api.setNow(instant('2028-12-01T00:00:00-08:00'));
	expect(await dueRetention(api.store, api.now)).toMatchObject([{ act: 'erase' }]);
	expect(await kept(api)).toMatchObject(person);
	await api.runClock();
	expect(found()).toEqual([false, false, false]);
	expect(await kept(api)).toBe(null);
	expect(await historyOf(api)).toEqual([{ type: 'personalErased', at: api.now }]);
});

it('destroys what a person sent once their granted deletion was told to them, and keeps what was answered', async () => {
	await using api = await openTestApi();
	await answered(api, 'DELETE', 'GRANTED');
	const found = await traceIn(api);
	await api.runClock();
	expect(await kept(api)).toMatchObject(person);
	expect((await api.deliver()).at(-1)?.to).toBe(person.email);
	api.addSeconds(3600);
	await api.runClock();
	expect(found()).toEqual([false, false, false]);
	const record = await kept(api);
	expect(Object.keys(record ?? {})).toEqual(['said']);
	expect(Object.values(record?.said ?? {})).toEqual([{ 'request-answered': 'It is done.' }]);
	expect(await historyOf(api)).toEqual([{ type: 'personalNarrowed', at: api.now }]);
	api.setNow(instant('2028-12-01T00:00:00-08:00'));
	await api.runClock();
	expect(await kept(api)).toBe(null);
});

it('destroys nothing early where a deletion was denied', async () => {
	await using api = await openTestApi();
	await answered(api, 'DELETE', 'DENIED');
	await api.deliver();
	api.addSeconds(30 * daySeconds);
	await api.runClock();
	expect(await kept(api)).toMatchObject(person);
});

it('destroys nothing under a legal hold, and all that is due once it is lifted or over', async () => {
	await using api = await openTestApi();
	const { code } = await answered(api, 'KNOW_CATEGORIES', 'GRANTED');
	await api.deliver();
	const hold = { reason: 'Claim 12 of 2027', placedBy: 'R. Vale' };
	const endsAt = instant('2029-06-01T00:00:00-07:00');
	const placed = await placeLegalHold(api, { ...hold, code, endsAt });
	const second = await placeLegalHold(api, { ...hold, code, endsAt: instant('2029-01-01T00:00:00-08:00') });
	if (!placed || !second) throw new Error('no hold');
	api.setNow(instant('2028-12-02T00:00:00-08:00'));
	await api.runClock();
	expect(await kept(api)).toMatchObject(person);
	await liftLegalHold(api, placed);
	await api.runClock();
	expect(await kept(api)).toMatchObject(person);
	api.setNow(instant('2029-01-01T00:00:00-08:00'));
	await api.runClock();
	expect(await kept(api)).toBe(null);
	expect((await historyOf(api)).map(({ type }) => type)).toEqual([
		'holdPlaced',
		'holdPlaced',
		'holdLifted',
		'personalErased',
	]);
});

it('destroys what somebody wrote with an objection once it has lapsed and they were told', async () => {
	await using api = await openTestApi();
	const object = 'mutation ($input: SubmitObjectionInput!) { submitObjection(input: $input) { __typename } }';
	const { details: reason, ...ana } = person;
	await api.ask(object, { input: { notice: 'california', version: '2027-03-01', reason, ...ana } });
	await api.deliver();
	api.addSeconds(7 * daySeconds);
	await api.runClock();
	await api.deliver();
	api.addSeconds(3600);
	await api.runClock();
	expect(await kept(api)).toBe(null);
});
