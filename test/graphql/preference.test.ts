import { expect, it } from 'vitest';
import { openTestApi, type TestApi } from './api.ts';

const fields = 'optedOut optedOutBy recipients limited signal asked mayAskAgainOn';
const change = (field: string, input: string) =>
	`mutation($input: ${input}!) { ${field}(input: $input) { __typename ... on OptOutState { ${fields} } ... on Refusal { code path } } }`;
const setChoices = change('setChoices', 'SetChoicesInput');
const askToOptIn = change('askToOptIn', 'OptInInput');
const confirmOptIn = change('confirmOptIn', 'OptInInput');
const state = `{ optOutState { ${fields} } }`;

const cookieOf = ({ headers }: { headers: Headers }) => headers.get('set-cookie')?.split(';')[0] ?? '';

/** A browser that keeps its cookie from answer to answer. */
const browserOf = (api: TestApi, more: Record<string, string> = {}) => {
	let cookie = '';
	return async (query: string, input: Record<string, unknown> = {}) => {
		const answer = await api.ask(query, { input }, { headers: { ...(cookie && { cookie }), ...more } });
		cookie = cookieOf(answer) || cookie;
		return answer;
	};
};

it('opts a browser out at once, without a name, an address or a proof, and knows it again by its cookie', async () => {
	await using api = await openTestApi();
	const ask = browserOf(api);
	const { data, headers } = await ask(setChoices, { optOut: true, limit: true });
	expect(data.setChoices).toMatchObject({ optedOut: true, optedOutBy: 'CHOICE', limited: true, signal: false });
	expect(headers.get('set-cookie')).toMatch(
		/^__Host-choices=[\w-]{22}; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax; Secure$/,
	);
	expect((await ask(state)).data.optOutState).toMatchObject({ optedOut: true, limited: true });
	expect((await api.ask(state)).data.optOutState).toMatchObject({ optedOut: false, limited: false });
});

it('keeps one cookie for one browser, and gives another to who invents one', async () => {
	await using api = await openTestApi();
	const first = cookieOf(await api.ask(setChoices, { input: { optOut: true } }));
	const again = await api.ask(setChoices, { input: { limit: true } }, { headers: { cookie: first } });
	expect(cookieOf(again)).toBe(first);
	const invented = `__Host-choices=${'A'.repeat(22)}`;
	const given = cookieOf(await api.ask(setChoices, { input: { optOut: true } }, { headers: { cookie: invented } }));
	expect(given).toMatch(/^__Host-choices=/);
	expect(given).not.toBe(invented);
});

it('stores neither the value of the cookie nor the address', async () => {
	await using api = await openTestApi();
	const answer = await api.ask(setChoices, { input: { optOut: true, email: 'ann@example.org' } });
	const [, value = ''] = cookieOf(answer).split('=');
	const [preferences, events] = await api.store.read(async (tx) => [
		await tx.selectFrom('preference').selectAll().execute(),
		await tx.selectFrom('event').selectAll().execute(),
	]);
	expect(preferences.map(({ kind }) => kind).sort()).toEqual(['BROWSER', 'PERSON']);
	const kept = JSON.stringify([preferences, events]);
	expect(kept).not.toContain(value);
	expect(kept).not.toContain('ann');
});

it('takes choices by recipient beside the choice of all, and no recipient that no notice names', async () => {
	await using api = await openTestApi();
	const recipients = [
		...new Set(
			api.library.notices
				.find(({ slug }) => slug === 'california')
				?.versions.at(-1)
				?.revision.categories.flatMap(({ soldOrShared }) => soldOrShared.to),
		),
	];
	const [one = ''] = recipients;
	const { data } = await api.ask(setChoices, { input: { recipients: [one] } });
	expect(data.setChoices).toMatchObject({ optedOut: false, recipients: [one] });
	const { data: none } = await api.ask(setChoices, { input: { recipients: ['nobody'] } });
	expect(none.setChoices).toEqual({ __typename: 'Refused', code: 'UNKNOWN_RECIPIENT', path: ['recipients'] });
	const { data: empty } = await api.ask(setChoices, { input: {} });
	expect(empty.setChoices).toMatchObject({ __typename: 'InvalidInput', path: ['optOut'] });
});

it('allows sale and sharing again in two steps, and not in one', async () => {
	await using api = await openTestApi();
	const ask = browserOf(api);
	await ask(setChoices, { optOut: true });
	const choice = { choice: 'OPT_OUT' };
	expect((await ask(confirmOptIn, choice)).data.confirmOptIn).toMatchObject({ code: 'NOT_ASKED' });
	expect((await ask(askToOptIn, choice)).data.askToOptIn).toMatchObject({ optedOut: true, asked: 'OPT_OUT' });
	api.addSeconds(3600);
	expect((await ask(confirmOptIn, choice)).data.confirmOptIn).toMatchObject({ code: 'NOT_ASKED' });
	await ask(askToOptIn, choice);
	expect((await ask(confirmOptIn, choice)).data.confirmOptIn).toMatchObject({ optedOut: false, asked: null });
});

it('honours the header at once and from then on', async () => {
	await using api = await openTestApi();
	const recordSignal = change('recordSignal', 'SignalInput');
	const gpc = { 'sec-gpc': '1' };
	const { data } = await api.ask(state, {}, { headers: gpc });
	expect(data.optOutState).toMatchObject({ optedOut: true, optedOutBy: 'SIGNAL', signal: true });
	const cookie = cookieOf(await api.ask(recordSignal, { input: {} }, { headers: gpc }));
	const written = () => api.store.read((tx) => tx.selectFrom('rate').selectAll().execute());
	const before = await written();
	for (const _ of [1, 2, 3]) {
		const again = await api.ask(recordSignal, { input: {} }, { headers: { ...gpc, cookie } });
		expect(again.data.recordSignal).toMatchObject({ optedOut: true, signal: true });
		expect(again.headers.get('set-cookie')).toBeNull();
	}
	expect(await written()).toEqual(before);
	const later = await api.ask(state, {}, { headers: { cookie } });
	expect(later.data.optOutState).toMatchObject({ optedOut: true, optedOutBy: 'SIGNAL', signal: false });
	const events = await api.store.read((tx) => tx.selectFrom('event').select('type').execute());
	expect(events).toEqual([{ type: 'signalSeen' }]);
});

it('records the signal that a script reports, and nothing where there is none', async () => {
	await using api = await openTestApi();
	const recordSignal = change('recordSignal', 'SignalInput');
	const silent = await api.ask(recordSignal, { input: { signal: false } });
	expect(silent.data.recordSignal).toMatchObject({ optedOut: false });
	expect(silent.headers.get('set-cookie')).toBeNull();
	expect((await api.ask(recordSignal, { input: { signal: true } })).data.recordSignal).toMatchObject({
		optedOut: true,
		optedOutBy: 'SIGNAL',
	});
});

it('lets a page of another site set no choice and reach no cookie', async () => {
	await using api = await openTestApi();
	const own = await api.ask(setChoices, { input: { optOut: true } });
	const foreign = { origin: 'https://evil.example', cookie: cookieOf(own) };
	for (const query of [setChoices, askToOptIn, confirmOptIn]) {
		const input = query === setChoices ? { limit: true } : { choice: 'OPT_OUT' };
		const { data, headers } = await api.ask(query, { input }, { headers: foreign });
		expect(Object.values(data)[0]).toMatchObject({ __typename: 'Refused', code: 'NO_BROWSER' });
		expect(headers.get('set-cookie')).toBeNull();
		expect(headers.get('access-control-allow-credentials')).toBeNull();
	}
	expect((await api.ask(state, {}, { headers: foreign })).data.optOutState).toMatchObject({ optedOut: false });
	const rows = await api.store.read((tx) => tx.selectFrom('preference').select('limitedAt').execute());
	expect(rows).toEqual([{ limitedAt: null }]);
});

it('tells those with a key every choice in order and the figures of each day, and nobody else', async () => {
	await using api = await openTestApi();
	const key = await api.keyFor('optouts:read');
	const ask = browserOf(api);
	await ask(setChoices, { optOut: true, limit: true, email: 'ann@example.org' });
	await ask(askToOptIn, { choice: 'LIMIT' });
	await ask(confirmOptIn, { choice: 'LIMIT' });
	const list = '{ optOuts(first: 2) { edges { node { type kind recipients } } pageInfo { endCursor hasNextPage } } }';
	const { data } = await api.ask(list, {}, { key });
	expect(data.optOuts.edges.map((it: { node: object }) => it.node)).toEqual([
		{ type: 'OPT_OUT_RECORDED', kind: 'BROWSER', recipients: [] },
		{ type: 'LIMIT_RECORDED', kind: 'BROWSER', recipients: [] },
	]);
	const after = data.optOuts.pageInfo.endCursor;
	const rest = await api.ask(`{ optOuts(after: "${after}") { edges { node { type kind } } } }`, {}, { key });
	expect(rest.data.optOuts.edges.map((it: { node: { type: string } }) => it.node.type)).toEqual([
		'OPT_OUT_RECORDED',
		'LIMIT_RECORDED',
		'OPT_IN_RECORDED',
	]);
	const figures = '{ choiceFigures(from: "2026-12-01", to: "2026-12-31") { on signals optOuts limits optIns } }';
	expect((await api.ask(figures, {}, { key })).data.choiceFigures).toEqual([
		{ on: '2026-12-01', signals: 0, optOuts: 2, limits: 2, optIns: 1 },
	]);
	const person = 'query($email: String!) { optOutStateOfPerson(email: $email) { optedOut limited } }';
	expect((await api.ask(person, { email: 'Ann@example.org' }, { key })).data.optOutStateOfPerson).toEqual({
		optedOut: true,
		limited: true,
	});
	for (const query of [list, figures]) expect((await api.ask(query)).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
	expect((await api.ask(person, { email: 'ann@example.org' })).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
});

it('lets an opt-out asked for by a request stand at once for the browser and for the address', async () => {
	await using api = await openTestApi();
	const submit = 'mutation($input: SubmitRightsRequestInput!) { submitRightsRequest(input: $input) { __typename } }';
	const input = { population: 'WEBSITE', rights: ['OPT_OUT', 'LIMIT'], email: 'ann@example.org' };
	const cookie = cookieOf(await api.ask(submit, { input }));
	expect((await api.ask(state, {}, { headers: { cookie } })).data.optOutState).toMatchObject({
		optedOut: true,
		limited: true,
	});
	const key = await api.keyFor('optouts:read');
	const person = '{ optOutStateOfPerson(email: "ann@example.org") { optedOut limited } }';
	expect((await api.ask(person, {}, { key })).data.optOutStateOfPerson).toEqual({ optedOut: true, limited: true });
	const copy = await api.ask(submit, { input: { ...input, rights: ['DELETE'] } });
	expect(copy.headers.get('set-cookie')).toBeNull();
});
