import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { answersKeptSeconds } from '../../api/service/sent-once.ts';
import { addSeconds } from '../../schema/time.ts';
import { newStore } from '../support/stores.ts';
import { openTestApi, type TestApi } from './api.ts';

const forms = {
	submitRightsRequest: {
		input: { population: 'WEBSITE', rights: ['DELETE', 'OPT_OUT'], email: 'ana@example.com', name: 'Ana' },
		asked: '... on RightsReceipt { code receivedAt version { id } requests { right status dueOn availableActions } }',
		table: 'request',
	},
	submitObjection: {
		input: { notice: 'california', version: '2027-03-01', email: 'ana@example.com', reason: 'I mind.' },
		asked: '... on ObjectionReceipt { code receivedAt confirmBy version { id } }',
		table: 'objection',
	},
	subscribe: {
		input: { notices: ['california'], email: 'ana@example.com' },
		asked: '... on SubscriptionPending { confirmBy }',
		table: 'subscription',
	},
} as const;
type Form = keyof typeof forms;

const send = (api: TestApi, form: Form, key: string | null, changed: object = {}) => {
	const type = `${form[0]?.toUpperCase()}${form.slice(1)}Input`;
	const query = `mutation ($input: ${type}!, $key: String) { ${form}(input: $input, idempotencyKey: $key) { __typename
		${forms[form].asked} ... on Refusal { code path } ... on InvalidInput { issues { path message } } } }`;
	return api.ask(query, { input: { ...forms[form].input, ...changed }, key });
};

const countOf = async ({ store }: TestApi, form: Form) =>
	(await store.read((tx) => tx.selectFrom(forms[form].table).select('id').execute())).length;

const rowsOf: Record<Form, number> = { submitRightsRequest: 2, submitObjection: 1, subscribe: 1 };
const runs = 5;

describe.each(['sqlite3', 'postgres'] as const)('on %s', (dialect) => {
	it.each(Object.keys(forms) as Form[])('%s sent 20 times at once has one effect and one answer', async (form) => {
		await using api = await openTestApi({ store: await newStore(dialect) });
		for (let run = 1; run <= runs; run += 1) {
			const key = randomUUID();
			const answers = await Promise.all(Array.from({ length: 20 }, () => send(api, form, key)));
			expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
			expect(answers[0]?.data[form]).not.toHaveProperty('code', 'KEY_REUSED');
			expect(await countOf(api, form)).toBe(run * rowsOf[form]);
		}
		expect(await api.deliver()).toHaveLength(runs);
	});

	it.each(Object.keys(forms) as Form[])(
		'many people send %s twice at once, and each has one of their own',
		async (form) => {
			await using api = await openTestApi({ store: await newStore(dialect) });
			const people = Array.from({ length: 30 }, (_, n) => ({ key: `key ${n}`, email: `person-${n}@example.com` }));
			const sent = [...people, ...people, { key: 'key 0', email: 'else@example.com' }];
			const answers = await Promise.all(sent.map(({ key, email }) => send(api, form, key, { email })));
			const texts = answers.map(({ text }) => text);
			expect(texts.slice(30, 60)).toEqual(texts.slice(0, 30));
			expect(texts.filter((text) => text.includes('KEY_REUSED'))).toHaveLength(1);
			expect(await countOf(api, form)).toBe(30 * rowsOf[form]);
			if (form !== 'subscribe') expect(new Set(texts.slice(0, 30)).size).toBe(30);
		},
	);
});

it('answers as at first where the time to send it has ended since', async () => {
	await using api = await openTestApi();
	const query = '{ noticeVersion(notice: "california", version: "2027-03-01") { objectionWindow { closesAt } } }';
	const { data } = await api.ask(query);
	api.setNow(addSeconds(data.noticeVersion.objectionWindow.closesAt, -60));
	const first = await send(api, 'submitObjection', 'a key');
	api.addSeconds(answersKeptSeconds - 1);
	await api.runClock();
	expect((await send(api, 'submitObjection', 'another')).data.submitObjection.code).toBe('WINDOW_CLOSED');
	expect((await send(api, 'submitObjection', 'a key')).text).toBe(first.text);
	expect(await countOf(api, 'submitObjection')).toBe(1);
});

it('keeps an answer for a day and then forgets it', async () => {
	await using api = await openTestApi();
	const first = await send(api, 'submitRightsRequest', 'a key');
	api.addSeconds(answersKeptSeconds + 1);
	await api.runClock();
	expect(await api.store.read((tx) => tx.selectFrom('sentForm').selectAll().execute())).toEqual([]);
	expect((await send(api, 'submitRightsRequest', 'a key')).text).not.toBe(first.text);
});

it('refuses another input with a key that was used, and records nothing of it', async () => {
	await using api = await openTestApi();
	await send(api, 'submitRightsRequest', 'a key');
	const { data } = await send(api, 'submitRightsRequest', 'a key', { name: 'Anna' });
	expect(data.submitRightsRequest).toEqual({ __typename: 'Refused', code: 'KEY_REUSED', path: ['idempotencyKey'] });
	expect(await countOf(api, 'submitRightsRequest')).toBe(2);
});

it('takes the same key for each kind of form', async () => {
	await using api = await openTestApi();
	for (const form of Object.keys(forms) as Form[]) await send(api, form, 'a key');
	expect([await countOf(api, 'submitObjection'), await countOf(api, 'subscribe')]).toEqual([1, 1]);
});

it('records what comes without a key as often as it comes', async () => {
	await using api = await openTestApi();
	await send(api, 'subscribe', null);
	await send(api, 'subscribe', null);
	expect(await countOf(api, 'subscribe')).toBe(2);
});

it('keeps nothing of what is refused, so that it can be mended and sent again', async () => {
	await using api = await openTestApi();
	const refused = await send(api, 'subscribe', 'a key', { notices: ['unknown'] });
	expect(refused.data.subscribe.code).toBe('UNKNOWN_NOTICE');
	expect((await send(api, 'subscribe', 'a key')).data.subscribe.__typename).toBe('SubscriptionPending');
});

it('takes a key of 255 characters and none of 256 or of none', async () => {
	await using api = await openTestApi();
	expect((await send(api, 'subscribe', 'k'.repeat(255))).data.subscribe.__typename).toBe('SubscriptionPending');
	for (const key of ['k'.repeat(256), '']) {
		const { data } = await send(api, 'subscribe', key);
		expect(data.subscribe).toMatchObject({ __typename: 'InvalidInput', code: 'INVALID_INPUT' });
		expect(data.subscribe.issues).toEqual([{ path: ['idempotencyKey'], message: 'Use a key of 1 to 255 characters.' }]);
	}
	expect(await countOf(api, 'subscribe')).toBe(1);
});

it('gives the browser the cookie of its opt-out with every answer, since only the last one reaches a double click', async () => {
	await using api = await openTestApi();
	const cookies: string[] = [];
	const input = { population: 'WEBSITE', rights: ['OPT_OUT'] };
	const query = `mutation ($input: SubmitRightsRequestInput!) { submitRightsRequest(input: $input, idempotencyKey: "a key") { __typename } }`;
	for (let n = 0; n < 2; n += 1) cookies.push((await api.ask(query, { input })).headers.get('set-cookie') ?? '');
	expect(cookies[0]).toMatch(/=\S{22}/);
	expect(cookies[1]).toBe(cookies[0]);
	expect(await api.store.read((tx) => tx.selectFrom('preference').select('id').execute())).toHaveLength(1);
});
