// Keeps: requestFigures
import { expect, it } from 'vitest';
import { openTestApi, type TestApi } from '../graphql/api.ts';

const choose = `mutation ($input: SetChoicesInput!) { setChoices(input: $input) { __typename } }`;
const signal = 'mutation { recordSignal(input: {}) { __typename } }';
const submit = `mutation ($email: String) {
	submitRightsRequest(input: { rights: [OPT_OUT], population: WEBSITE, email: $email }) { __typename } }`;
const figures = `query ($from: Date!, $to: Date!) { requestFigures(from: $from, to: $to) {
	right received complied bySignal byChoice open medianDays } }`;

const optOuts = async (api: TestApi, from = '2026-01-01', to = '2026-12-31') => {
	const key = await api.keyFor('figures:read');
	const { data } = await api.ask(figures, { from, to }, { key });
	return data.requestFigures.find(({ right }: { right: string }) => right === 'OPT_OUT');
};

/** A browser that keeps its cookie. */
const browserOf = (api: TestApi, headers: Record<string, string> = {}) => {
	let cookie = '';
	return async (query: string, variables: Record<string, unknown> = {}) => {
		const answer = await api.ask(query, variables, { headers: { ...headers, ...(cookie && { cookie }) } });
		cookie = answer.headers.get('set-cookie')?.split(';')[0] || cookie;
		return answer;
	};
};

it('an opt-out by the form is a request, and not a choice too', async () => {
	await using api = await openTestApi();
	await browserOf(api)(submit, { email: 'ana@example.com' });
	expect(await optOuts(api)).toMatchObject({ received: 1, complied: 0, bySignal: 0, byChoice: 0, open: 1 });
});

it('a choice made in a browser counts once, also where it stands for a person too, and was complied with at once', async () => {
	await using api = await openTestApi();
	const ask = browserOf(api);
	await ask(choose, { input: { optOut: true, email: 'ana@example.com' } });
	await ask(choose, { input: { optOut: true } });
	expect(await optOuts(api)).toEqual({
		right: 'OPT_OUT',
		received: 1,
		complied: 1,
		bySignal: 0,
		byChoice: 1,
		open: 0,
		medianDays: null,
	});
});

it('a signal counts once for each browser, however often it comes', async () => {
	await using api = await openTestApi();
	for (const ask of [browserOf(api, { 'sec-gpc': '1' }), browserOf(api, { 'sec-gpc': '1' })])
		for (const _ of [1, 2, 3]) await ask(signal);
	expect(await optOuts(api)).toMatchObject({ received: 2, complied: 2, bySignal: 2, byChoice: 0 });
});

it('a choice belongs to the year in which it was made in California', async () => {
	await using api = await openTestApi();
	api.setNow('2027-01-01T07:59:59.000Z' as typeof api.now);
	await browserOf(api)(choose, { input: { optOut: true } });
	api.addSeconds(1);
	await browserOf(api)(choose, { input: { optOut: true } });
	expect(await optOuts(api)).toMatchObject({ received: 1 });
	expect(await optOuts(api, '2027-01-01', '2027-12-31')).toMatchObject({ received: 1 });
});
