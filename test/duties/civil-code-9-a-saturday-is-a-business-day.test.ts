// Keeps: commitments.confirmWithinBusinessDays, commitments.optOutWithinBusinessDays
import { expect, it } from 'vitest';
import { addBusinessDays, isBusinessDay } from '../../schema/regimes/calendar.ts';
import { california } from '../../schema/regimes/california.ts';
import type { PlainDate } from '../../schema/time.ts';

const on = (date: string) => date as PlainDate;

it('a Saturday counts and a Sunday does not', () => {
	expect(isBusinessDay(on('2026-05-09'), california)).toBe(true);
	expect(isBusinessDay(on('2026-05-10'), california)).toBe(false);
	expect(addBusinessDays(on('2026-05-08'), 2, california)).toBe('2026-05-11');
});

it('a Saturday that is a holiday does not count', () => {
	expect(isBusinessDay(on('2026-07-04'), california)).toBe(false);
});
