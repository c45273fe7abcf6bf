// Keeps: changeTerms.advanceNotice
import { expect, it } from 'vitest';
import { addSeconds, instant } from '../../schema/time.ts';
import { openTestApi, type TestApi, tokenIn } from '../graphql/api.ts';

const version = '2027-03-01';
const day = 86_400;
const announcedAt = instant('2026-11-16T09:00:00-08:00');

const handOver = `mutation ($people: [AddresseeInput!]!) {
	handOverAudience(input: { notice: "california", version: "${version}", people: $people }) {
		__typename ... on AudienceHandedOver { added known } ... on Refusal { code } ... on InvalidInput { issues { path message } } } }`;

const people = [
	{ email: 'subscriber@example.com' },
	{ email: 'affected@example.com' },
	{ email: 'afectada@example.com', locale: 'es' },
];

const subscribe = async (api: TestApi, email: string) => {
	await api.ask(
		'mutation ($email: String!) { subscribe(input: { email: $email, notices: ["california"] }) { __typename } }',
		{
			email,
		},
	);
	const [letter] = await api.deliver();
	const token = tokenIn(letter, 'subscribe/confirm');
	await api.ask('mutation ($token: String!) { confirmSubscription(input: { token: $token }) { __typename } }', {
		token,
	});
	await api.deliver();
};

/** The day after the announcement, with one subscriber who has been told of it. */
const announced = async () => {
	const api = await openTestApi({ at: addSeconds(announcedAt, -day) });
	await subscribe(api, 'subscriber@example.com');
	api.setNow(addSeconds(announcedAt, day));
	await api.tellSubscribers();
	expect((await api.deliver()).map(({ to }) => to)).toEqual(['subscriber@example.com']);
	return { api, key: await api.keyFor('audience:write') };
};

const tell = async (api: TestApi) => {
	await api.tellAudiences();
	return (await api.deliver()).map(({ kind, to }) => [kind, to]);
};

const kept = (api: TestApi) =>
	api.store.read(async (tx) => ({
		addressees: (await tx.selectFrom('addressee').select('id').execute()).length,
		sealed: (await tx.selectFrom('personal').select('id').where('sealed', 'is not', null).execute()).length,
	}));

const record = (api: TestApi) =>
	api.store.read((tx) =>
		tx.selectFrom('event').select(['type', 'data']).where('streamKind', '=', 'audience').orderBy('seq').execute(),
	);

it('writes once to each person handed over, in their language, and not to those whom it has told as subscribers', async () => {
	const { api, key } = await announced();
	expect((await api.ask(handOver, { people }, { key })).data.handOverAudience).toMatchObject({ added: 3, known: 0 });
	await api.tellAudiences();
	const letters = await api.deliver();
	expect(letters.map(({ kind, to, locale }) => [kind, to, locale])).toEqual(
		[
			['change-announced', 'affected@example.com', 'en'],
			['change-announced', 'afectada@example.com', 'es'],
		].sort(),
	);
	expect(letters.find(({ locale }) => locale === 'en')?.text).toContain(
		'whoever it covers is told of a change like this one',
	);
	expect(letters[0]?.leaveUrl).toBeNull();

	const again = [{ email: 'AFFECTED@example.com' }, { email: 'late@example.com' }];
	expect((await api.ask(handOver, { people: again }, { key })).data.handOverAudience).toMatchObject({
		added: 1,
		known: 1,
	});
	expect(await tell(api)).toEqual([['change-announced', 'late@example.com']]);
	expect(await tell(api)).toEqual([]);
	expect((await record(api)).map(({ type, data }) => [type, JSON.parse(data)])).toEqual([
		['audienceHandedOver', { people: 3 }],
		['audienceTold', { letters: 2, bySubscription: 1 }],
		['audienceHandedOver', { people: 1 }],
		['audienceTold', { letters: 1, bySubscription: 0 }],
	]);
	await api[Symbol.asyncDispose]();
});

it('forgets them when the change is in force, and takes nobody any more', async () => {
	const { api, key } = await announced();
	await api.ask(handOver, { people }, { key });
	await tell(api);
	const before = await kept(api);
	api.setNow(instant('2027-03-01T00:00:00-08:00'));
	await api.tellAudiences();
	expect(await kept(api)).toEqual({ addressees: 0, sealed: before.sealed - 3 });
	expect((await record(api)).at(-1)).toMatchObject({ type: 'audienceForgotten', data: '{"people":3}' });
	expect((await api.ask(handOver, { people }, { key })).data.handOverAudience.code).toBe('TOO_LATE');
	await api[Symbol.asyncDispose]();
});

it('tells those whom it told of the change of its withdrawal too, and forgets them a week later', async () => {
	const { api, key } = await announced();
	await api.ask(handOver, { people: people.slice(1) }, { key });
	await tell(api);
	const withdrawnAt = addSeconds(announcedAt, 2 * day);
	const notices = api.library.notices.map((notice) => ({
		...notice,
		versions: notice.versions.map((it) => (it.id === version ? { ...it, withdrawnAt } : it)),
	}));
	api.replaceLibrary({ ...api.library, notices });
	api.setNow(withdrawnAt);
	expect(await tell(api)).toEqual(
		[
			['change-withdrawn', 'affected@example.com'],
			['change-withdrawn', 'afectada@example.com'],
		].sort(),
	);
	expect(await tell(api)).toEqual([]);
	api.addSeconds(7 * day);
	await api.tellAudiences();
	expect((await kept(api)).addressees).toBe(0);
	await api[Symbol.asyncDispose]();
});

it("records the report of the organisation's own mailer, and refuses one that does not add up", async () => {
	const { api, key } = await announced();
	const report = `mutation ($sent: Int!) { recordDeliveryReport(input: { notice: "california", version: "${version}", by: "Post room",
		sentOn: "2026-11-17", sent: $sent, delivered: 990, failed: 10, sha256: "${'0'.repeat(64)}" }) {
		... on DeliveryReportRecorded { delivered } ... on InvalidInput { issues { path message } } } }`;
	expect((await api.ask(report, { sent: 999 }, { key })).data.recordDeliveryReport.issues).toEqual([
		{ path: ['sent'], message: 'No more can have been delivered and failed than were sent.' },
	]);
	expect((await api.ask(report, { sent: 1000 }, { key })).data.recordDeliveryReport).toEqual({ delivered: 990 });
	expect((await record(api)).map(({ type, data }) => [type, JSON.parse(data)])).toEqual([
		[
			'audienceToldByOthers',
			{ by: 'Post room', sentOn: '2026-11-17', sent: 1000, delivered: 990, failed: 10, sha256: '0'.repeat(64) },
		],
	]);
	await api[Symbol.asyncDispose]();
});
