import { expect, it } from 'vitest';
import { openTestApi } from './api.ts';

const submit = `mutation { submitRightsRequest(input: { rights: [OPT_OUT, LIMIT], population: WEBSITE }) {
	... on RightsReceipt { code } } }`;
const withdraw =
	'mutation ($code: String!) { withdrawRightsRequest(input: { code: $code, right: LIMIT }) { __typename } }';
const figures = `query ($from: Date!, $to: Date!) { requestFigures(from: $from, to: $to) {
	right received complied denied unpursued open medianDays } }`;

it('counts the requests of a year by right, opt-out and limit included', async () => {
	await using api = await openTestApi();
	const { code } = (await api.ask(submit)).data.submitRightsRequest;
	await api.ask(withdraw, { code });
	const key = await api.keyFor('figures:read');
	const { data } = await api.ask(figures, { from: '2026-01-01', to: '2026-12-31' }, { key });
	const none = { complied: 0, denied: 0, medianDays: null };
	expect(data.requestFigures).toHaveLength(6);
	expect(data.requestFigures).toContainEqual({ right: 'OPT_OUT', received: 1, unpursued: 0, open: 1, ...none });
	expect(data.requestFigures).toContainEqual({ right: 'LIMIT', received: 1, unpursued: 1, open: 0, ...none });
	const later = await api.ask(figures, { from: '2027-01-01', to: '2027-12-31' }, { key });
	expect(later.data.requestFigures.every((it: { received: number }) => it.received === 0)).toBe(true);
});

it('tells nobody without the scope', async () => {
	await using api = await openTestApi();
	const key = await api.keyFor('requests:read');
	const { errors } = await api.ask(figures, { from: '2026-01-01', to: '2026-12-31' }, { key });
	expect(errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
});
