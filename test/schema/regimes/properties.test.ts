import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rights } from '../../../schema/notice/vocabulary.ts';
import { endOf } from '../../../schema/regimes/calendar.ts';
import { california } from '../../../schema/regimes/california.ts';
import { clockOn, clocksOf, type KeptClock, keepRecordUntil } from '../../../schema/regimes/clocks.ts';
import { gdpr } from '../../../schema/regimes/gdpr.ts';
import { addDays, type PlainDate } from '../../../schema/time.ts';
import { someCommitments } from '../../support/promises.ts';
import { atlantis } from '../../support/regimes.ts';

const days = fc.integer({ min: 1, max: 150 });

/** A request for any right on any day of 2024 to 2029, under any law and any promise. */
const anyRequest = fc.record({
	regime: fc.constantFrom(california, gdpr, atlantis),
	right: fc.constantFrom(...rights),
	receivedOn: fc.integer({ min: 0, max: 6 * 365 }).map((count) => addDays('2024-01-01' as PlainDate, count)),
	promised: fc.record({
		respondWithinDays: days,
		extendToDays: fc.array(days, { maxLength: 3 }),
		confirmWithinBusinessDays: days,
		optOutWithinBusinessDays: days,
	}),
});

type AnyRequest = typeof anyRequest extends fc.Arbitrary<infer T> ? T : never;

const clocks = ({ regime, right, receivedOn, promised }: AnyRequest, on = receivedOn): KeptClock[] =>
	clocksOf(right, on, someCommitments(promised), regime);

const dueOf = (duty: KeptClock['duty'], of: readonly KeptClock[]) => of.find((it) => it.duty === duty)?.dueOn;

it('no time limit is later than the law’s', () => {
	fc.assert(
		fc.property(anyRequest, (request) => {
			const { regime, right, receivedOn } = request;
			for (const { duty, dueOn } of clocks(request)) {
				const legal = clockOn(regime, duty, right, receivedOn);
				if (legal) expect(dueOn <= endOf(legal.period, receivedOn, regime)).toBe(true);
			}
		}),
	);
});

it('every time limit is after receipt, and none comes earlier for whoever asks a day later', () => {
	fc.assert(
		fc.property(anyRequest, (request) => {
			const [today, tomorrow] = [clocks(request), clocks(request, addDays(request.receivedOn, 1))];
			for (const { dueOn } of today) expect(dueOn > request.receivedOn).toBe(true);
			for (const duty of ['confirm', 'respond'] as const)
				expect((dueOf(duty, tomorrow) ?? '') >= (dueOf(duty, today) ?? '')).toBe(true);
		}),
	);
});

it('an extension is later than the first date, and offered once', () => {
	fc.assert(
		fc.property(anyRequest, (request) => {
			const kept = clocks(request);
			const extensions = kept.filter(({ duty }) => duty === 'extend').map(({ dueOn }) => dueOn);
			for (const dueOn of extensions) expect(dueOn > (dueOf('respond', kept) ?? '')).toBe(true);
			expect(new Set(extensions).size).toBe(extensions.length);
		}),
	);
});

it('the record is kept past the answer, and longer for a later answer', () => {
	fc.assert(
		fc.property(anyRequest, fc.integer({ min: 0, max: 400 }), ({ right, receivedOn, regime }, after) => {
			const until = (endedOn: PlainDate) => keepRecordUntil(right, receivedOn, endedOn, regime);
			const endedOn = addDays(receivedOn, after);
			expect(until(endedOn) > endedOn).toBe(true);
			expect(until(addDays(endedOn, 1)) >= until(endedOn)).toBe(true);
		}),
	);
});
