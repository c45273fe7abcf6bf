// Keeps: commitments.optOutSignal
import { expect, it } from 'vitest';
import { openTestApi } from '../graphql/api.ts';

const recordSignal =
	'mutation { recordSignal(input: {}) { ... on OptOutState { optedOut optedOutBy consentedDespiteSignal } } }';
const state = '{ optOutState { optedOut optedOutBy signal } }';
const step = (name: string) =>
	`mutation { ${name}(input: { choice: OPT_OUT }) { ... on OptOutState { optedOut consentedDespiteSignal } } }`;

// 11 CCR § 7025(c)(1): a valid opt-out for the browser and any profile of it; no other information may be asked for.
it('is an opt-out of the browser at once and after it stops, with no field to fill in', async () => {
	await using api = await openTestApi();
	const seen = await api.ask(recordSignal, {}, { headers: { 'sec-gpc': '1' } });
	expect(seen.data.recordSignal).toMatchObject({ optedOut: true, optedOutBy: 'SIGNAL' });
	const cookie = seen.headers.get('set-cookie')?.split(';')[0] ?? '';
	const later = await api.ask(state, {}, { headers: { cookie } });
	expect(later.data.optOutState).toEqual({ optedOut: true, optedOutBy: 'SIGNAL', signal: false });
});

// § 7025(c)(3): on a conflict the signal is processed; a consent that knows of it may stand.
it('wins over an older choice, and gives way to a newer consent that was given in spite of it', async () => {
	await using api = await openTestApi();
	const gpc = { 'sec-gpc': '1' };
	const seen = await api.ask(recordSignal, {}, { headers: gpc });
	const cookie = seen.headers.get('set-cookie')?.split(';')[0] ?? '';
	const without = { headers: { cookie } };
	const withSignal = { headers: { cookie, ...gpc } };
	await api.ask(step('askToOptIn'), {}, without);
	expect((await api.ask(step('confirmOptIn'), {}, without)).data.confirmOptIn.optedOut).toBe(false);
	expect((await api.ask(state, {}, withSignal)).data.optOutState.optedOut).toBe(true);
	await api.ask(step('askToOptIn'), {}, withSignal);
	const confirmed = await api.ask(step('confirmOptIn'), {}, withSignal);
	expect(confirmed.data.confirmOptIn).toEqual({ optedOut: false, consentedDespiteSignal: true });
	expect((await api.ask(state, {}, withSignal)).data.optOutState.optedOut).toBe(false);
});
