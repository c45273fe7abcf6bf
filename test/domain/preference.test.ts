import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide, evolve, type PreferenceCommand } from '../../api/domain/preference.ts';
import { type PreferenceState, standingOf } from '../../schema/preference/standing.ts';
import { addSeconds, type Instant, instant } from '../../schema/time.ts';

const zone = 'America/Los_Angeles';
const start = instant('2026-12-01T12:00:00-08:00');

const step = (state: PreferenceState | null, command: PreferenceCommand, now: Instant) => {
	const decision = decide(state, command, { now, zone });
	return decision.ok ? decision.events.reduce<PreferenceState | null>(evolve, state) : state;
};

const command = fc.oneof(
	fc.constant<PreferenceCommand>({ type: 'seeSignal' }),
	fc
		.record({ optOut: fc.boolean(), limit: fc.boolean(), recipients: fc.subarray(['ads', 'analytics']) })
		.map((it): PreferenceCommand => ({ type: 'choose', ...it })),
	fc.constantFrom('OPT_OUT', 'LIMIT').map((choice): PreferenceCommand => ({ type: 'askToOptIn', choice })),
	fc
		.record({ choice: fc.constantFrom('OPT_OUT', 'LIMIT'), signal: fc.boolean() })
		.map((it): PreferenceCommand => ({ type: 'confirmOptIn', ...it })),
);
const history = fc.array(fc.tuple(command, fc.integer({ min: 1, max: 40 * 86_400 })), { maxLength: 30 });

const walk = (steps: [PreferenceCommand, number][], look: (before: PreferenceState | null, it: Seen) => void) => {
	let [state, now]: [PreferenceState | null, Instant] = [null, start];
	for (const [taken, seconds] of steps) {
		now = addSeconds(now, seconds);
		const after = step(state, taken, now);
		look(state, { taken, after, now });
		state = after;
	}
};
interface Seen {
	taken: PreferenceCommand;
	after: PreferenceState | null;
	now: Instant;
}

const isOut = (state: PreferenceState | null, now: Instant, signal = false) =>
	standingOf(state, { signal, now, zone }).optedOut;

describe('whatever was chosen before', () => {
	it('only a confirmed opt-in takes an opt-out or a limit back', () => {
		fc.assert(
			fc.property(history, (steps) =>
				walk(steps, (before, { taken, after, now }) => {
					if (taken.type === 'confirmOptIn') return;
					if (isOut(before, now)) expect(isOut(after, now)).toBe(true);
					if (before?.limitedAt) expect(after?.limitedAt).toBeTruthy();
					for (const key of before?.recipients ?? []) expect(after?.recipients).toContain(key);
				}),
			),
		);
	});

	it('an opt-in is confirmed only for what was asked within the hour, with no opt-out since', () => {
		fc.assert(
			fc.property(history, (steps) =>
				walk(steps, (before, { taken, now }) => {
					if (taken.type !== 'confirmOptIn') return;
					const fresh =
						before?.asked?.choice === taken.choice && Date.parse(now) - Date.parse(before.asked.at) < 3_600_000;
					expect(decide(before, taken, { now, zone }).ok).toBe(fresh);
				}),
			),
		);
	});

	it('a choice of everything and a signal opt out at once, unless a consent given in spite of the signal stands', () => {
		fc.assert(
			fc.property(history, (steps) =>
				walk(steps, (before, { taken, after, now }) => {
					if (taken.type === 'choose' && taken.optOut) expect(isOut(after, now)).toBe(true);
					if (taken.type === 'seeSignal' && !before?.consentedDespiteSignalAt) expect(isOut(after, now)).toBe(true);
				}),
			),
		);
	});

	it('saying the same twice records nothing the second time', () => {
		fc.assert(
			fc.property(history, (steps) =>
				walk(steps, (_, { taken, after, now }) => {
					if (taken.type !== 'choose' && taken.type !== 'seeSignal') return;
					const again = decide(after, taken, { now, zone });
					expect(again.ok ? again.events : []).toEqual([]);
				}),
			),
		);
	});
});

describe('the signal', () => {
	const signalled = step(null, { type: 'seeSignal' }, start);
	const later = addSeconds(start, 60);
	const allow = (signal: boolean) =>
		step(
			step(signalled, { type: 'askToOptIn', choice: 'OPT_OUT' }, start),
			{ type: 'confirmOptIn', choice: 'OPT_OUT', signal },
			later,
		);

	it('is an opt-out that its later absence does not take back', () => {
		expect(isOut(signalled, addSeconds(start, 400 * 86_400))).toBe(true);
	});

	it('wins over an opt-in that was confirmed while it was not sent', () => {
		const allowed = allow(false);
		expect(isOut(allowed, later)).toBe(false);
		expect(isOut(allowed, later, true)).toBe(true);
		expect(isOut(step(allowed, { type: 'seeSignal' }, later), later)).toBe(true);
	});

	it('gives way for a year to an opt-in that was confirmed in spite of it', () => {
		const allowed = allow(true);
		expect(isOut(allowed, instant('2027-11-30T23:59:59-08:00'), true)).toBe(false);
		expect(isOut(allowed, instant('2027-12-01T00:00:00-08:00'), true)).toBe(true);
	});

	it('that comes between the question and its answer leaves nothing to confirm', () => {
		const asked = step(
			step(null, { type: 'choose', optOut: true, recipients: [], limit: false }, start),
			{ type: 'askToOptIn', choice: 'OPT_OUT' },
			start,
		);
		const seen = step(asked, { type: 'seeSignal' }, later);
		const confirmed = decide(seen, { type: 'confirmOptIn', choice: 'OPT_OUT', signal: true }, { now: later, zone });
		expect(confirmed).toMatchObject({ ok: false, refusal: { code: 'NOT_ASKED' } });
	});
});

it('answers nobody who asks to allow again what is not switched off', () => {
	expect(decide(null, { type: 'askToOptIn', choice: 'LIMIT' }, { now: start, zone })).toMatchObject({
		refusal: { code: 'NOT_OPTED_OUT' },
	});
});

it('names the first date on which people may be asked again, twelve months after they said no', () => {
	const state = step(null, { type: 'choose', optOut: false, recipients: ['ads'], limit: true }, start);
	expect(standingOf(state, { signal: false, now: start, zone })).toMatchObject({
		optedOut: false,
		recipients: ['ads'],
		limited: true,
		mayAskAgainOn: '2027-12-01',
	});
});
