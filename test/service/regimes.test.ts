// Keeps: commitments.regime
import { beforeAll, expect, it } from 'vitest';
import { type Instant, instant } from '../../schema/time.ts';
import { openTestApi, type TestApi, tokenIn } from '../graphql/api.ts';
import { atlantis, know, libraryUnder } from '../support/regimes.ts';

const submit = `mutation ($rights: [Right!]!) { submitRightsRequest(input: { population: WEBSITE, rights: $rights, email: "ana@example.com" }) {
	... on RightsReceipt { code } } }`;
const confirm = 'mutation ($token: String!) { confirmRightsRequest(input: { token: $token }) { __typename } }';
const list =
	'{ rightsRequests { edges { node { id right receivedOn dueOn dueCite regime clocks { duty dueOn cite } } } } }';
const verify =
	'mutation ($id: ID!) { verifyRightsRequest(input: { id: $id, points: [EMAIL, NAME, CUSTOMER_NUMBER], declaration: true }) { __typename } }';
const extend = `mutation ($id: ID!, $dueOn: Date!) { extendRightsRequest(input: { id: $id, dueOn: $dueOn, reason: COMPLEXITY, message: "Later." }) {
	... on RightsRequest { dueOn extendedOn } ... on Refusal { code } } }`;
const answer = `mutation ($id: ID!) { answerRightsRequest(input: { id: $id, outcome: GRANTED, message: "It is done." }) {
	... on RightsRequest { status } } }`;

/** A request that was confirmed, as the desk sees it. */
const confirmed = async (api: TestApi, ...rights: string[]) => {
	const { code } = (await api.ask(submit, { rights })).data.submitRightsRequest;
	await api.ask(confirm, { token: tokenIn((await api.deliver())[0], 'requests/confirm') });
	await api.deliver();
	const key = await api.keyFor('requests:read', 'requests:verify', 'requests:answer');
	const { data } = await api.ask(list, {}, { key });
	return { code, key, requests: data.rightsRequests.edges.map(({ node }: { node: object }) => node) };
};

const openUnder = async (regime: string, zone: string, at: Instant) => {
	const { library } = await libraryUnder(regime, zone);
	return openTestApi({ library, at });
};

beforeAll(() => know(atlantis));

it('dates a request by the rows of a law that was only added to the table, from the form to the answer', async () => {
	// Half past noon on Thursday 2 April in Greenwich is Friday 3 April in Auckland.
	await using api = await openUnder('atlantis', 'Europe/Berlin', instant('2026-04-02T12:30:00Z'));
	const { key, requests } = await confirmed(api, 'DELETE');
	const [{ id, ...request }] = requests;
	expect(request).toMatchObject({ right: 'DELETE', regime: 'atlantis', receivedOn: '2026-04-03' });
	// Saturday 4, Monday 6, Tuesday 7, Thursday 9 (the 8th is Harvest), Friday 10, Saturday 11, Monday 13.
	expect(request).toMatchObject({ dueOn: '2026-04-13', dueCite: 'Atlantis Code § 1' });
	expect(request.clocks).toEqual([
		// The notice's own ten business days: this law asks for no confirmation.
		{ duty: 'CONFIRM', dueOn: '2026-04-16', cite: 'the notice: within 10 business days' },
		{ duty: 'RESPOND', dueOn: '2026-04-13', cite: 'Atlantis Code § 1' },
		{ duty: 'EXTEND', dueOn: '2026-04-17', cite: 'Atlantis Code § 2' },
	]);
	await api.ask(verify, { id }, { key });
	// In Auckland it is 13 April from noon on the 12th in Greenwich: still in time a second before the 14th.
	api.setNow(instant('2026-04-13T11:59:59Z'));
	const put = await api.ask(extend, { id, dueOn: '2026-04-17' }, { key });
	expect(put.data.extendRightsRequest).toEqual({ dueOn: '2026-04-17', extendedOn: '2026-04-13' });
	expect((await api.ask(answer, { id }, { key })).data.answerRightsRequest.status).toBe('ANSWERED');
	await api.deliver();
	await api.runClock();
	const isKept = async () => {
		await api.runClock();
		const row = await api.store.read((tx) => tx.selectFrom('receipt').select('personalId').executeTakeFirstOrThrow());
		const personal = await api.store.read((tx) => tx.selectFrom('personal').selectAll().execute());
		return personal.some(({ id, sealed }) => id === row.personalId && sealed !== null);
	};
	// Six months from the answer on 13 April, at the start of that day in Auckland, where it is summer by then.
	api.setNow(instant('2026-10-12T10:59:59Z'));
	expect(await isKept()).toBe(true);
	api.setNow(instant('2026-10-12T11:00:00Z'));
	expect(await isKept()).toBe(false);
});

it('lets an answer be put off no more once the date has passed where the law reads it', async () => {
	await using api = await openUnder('atlantis', 'Europe/Berlin', instant('2026-04-02T12:30:00Z'));
	const { key, requests } = await confirmed(api, 'DELETE');
	api.setNow(instant('2026-04-13T12:00:00Z'));
	const late = await api.ask(extend, { id: requests[0].id, dueOn: '2026-04-17' }, { key });
	expect(late.data.extendRightsRequest).toEqual({ code: 'EXTENSION_TOO_LATE' });
});

it('holds a notice under the GDPR to one month, three in all, read in the notice’s own zone', async () => {
	// 23:30 on 30 January in Greenwich is 31 January in Berlin; February 2027 has 28 days, April 30.
	await using api = await openUnder('gdpr', 'Europe/Berlin', instant('2027-01-30T23:30:00Z'));
	const { requests } = await confirmed(api, 'KNOW_SPECIFIC', 'OPT_OUT');
	const [know, optOut] = requests.sort((a: { right: string }, b: { right: string }) => (a.right < b.right ? -1 : 1));
	expect(know).toMatchObject({ right: 'KNOW_SPECIFIC', receivedOn: '2027-01-31', regime: 'gdpr' });
	expect(know.clocks).toEqual([
		{ duty: 'CONFIRM', dueOn: '2027-02-11', cite: 'the notice: within 10 business days' },
		{ duty: 'RESPOND', dueOn: '2027-02-28', cite: 'GDPR Art. 12(3)' },
		{ duty: 'EXTEND', dueOn: '2027-04-01', cite: 'the notice: within 60 days' },
	]);
	expect(optOut).toMatchObject({
		right: 'OPT_OUT',
		dueOn: '2027-02-17',
		dueCite: 'the notice: within 15 business days',
	});
});

it('tells in front matter which laws there are where one is named that there is not', async () => {
	const { findings } = await libraryUnder('mu', 'Europe/Berlin');
	expect(findings[0]).toMatchObject({
		rule: 'F1',
		field: 'commitments.regime',
		message: expect.stringContaining(
			'Expected a law whose time limits are known: california, gdpr, atlantis, found "mu".',
		),
	});
});
