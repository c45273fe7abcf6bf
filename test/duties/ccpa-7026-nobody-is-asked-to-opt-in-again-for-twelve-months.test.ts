// Keeps: commitments.optOutOf
import { expect, it } from 'vitest';
import { decide, evolve } from '../../api/domain/preference.ts';
import { type PreferenceState, standingOf } from '../../schema/preference/standing.ts';
import { instant } from '../../schema/time.ts';

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
