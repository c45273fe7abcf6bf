// Keeps: commitments.optOutOf
import { expect, it } from 'vitest';
import { decide, evolve } from '../../api/domain/preference.ts';
import { type PreferenceState, standingOf } from '../../schema/preference/standing.ts';
import { instant } from '../../schema/time.ts';
import { openTestApi } from '../graphql/api.ts';

const zone = 'America/Los_Angeles';

// 11 CCR §§ 7026(k), 7027(l)
it.each([
	['an opt-out', { type: 'choose', optOut: true, recipients: [], limit: false }],
	['a limit', { type: 'choose', optOut: false, recipients: [], limit: true }],
	['a signal', { type: 'seeSignal' }],
] as const)('says after %s from which date people may be asked', (_, command) => {
	const now = instant('2026-12-15T23:30:00-08:00');
	const decision = decide(null, command, { now, zone });
	const state = decision.ok ? decision.events.reduce<PreferenceState | null>(evolve, null) : null;
	expect(standingOf(state, { signal: false, now, zone }).mayAskAgainOn).toBe('2027-12-15');
});

it('says the same to whoever asks over the API before it asks the browser again', async () => {
	await using api = await openTestApi({ at: instant('2026-12-15T12:00:00-08:00') });
	const choose = 'mutation { setChoices(input: { optOut: true }) { __typename } }';
	const cookie = (await api.ask(choose)).headers.get('set-cookie')?.split(';')[0] ?? '';
	const mayAskAgainOn = async () => {
		const { data } = await api.ask('{ optOutState { optedOut mayAskAgainOn } }', {}, { headers: { cookie } });
		return data.optOutState;
	};
	const expected = { optedOut: true, mayAskAgainOn: '2027-12-15' };
	expect(await mayAskAgainOn()).toEqual(expected);
	api.addSeconds(300 * 86_400);
	expect(await mayAskAgainOn()).toEqual(expected);
});
