// Keeps: commitments.optOutOf
import { expect, it } from 'vitest';
import { openTestApi } from '../graphql/api.ts';

const ask = (name: string, choice: string) =>
	`mutation { ${name}(input: { choice: ${choice} }) { ... on OptOutState { optedOut limited } ... on Refusal { code } } }`;

// 11 CCR § 7028(a): "a two-step opt-in process": to ask, and separately to confirm.
it.each([
	['OPT_OUT', { optedOut: true, limited: true }, { optedOut: false, limited: true }],
	['LIMIT', { optedOut: true, limited: true }, { optedOut: true, limited: false }],
])('takes %s back only when it was asked for and then confirmed', async (choice, before, after) => {
	await using api = await openTestApi();
	const stop = 'mutation { setChoices(input: { optOut: true, limit: true }) { __typename } }';
	const cookie = (await api.ask(stop)).headers.get('set-cookie')?.split(';')[0] ?? '';
	const send = async (name: string) =>
		Object.values((await api.ask(ask(name, choice), {}, { headers: { cookie } })).data)[0];
	expect(await send('confirmOptIn')).toEqual({ code: 'NOT_ASKED' });
	expect(await send('askToOptIn')).toEqual(before);
	expect(await send('confirmOptIn')).toEqual(after);
});
