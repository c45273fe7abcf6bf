import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Right } from '../../../schema/notice/vocabulary.ts';
import { endOf } from '../../../schema/regimes/calendar.ts';
import { california } from '../../../schema/regimes/california.ts';
import { clocksOf, keepRecordUntil } from '../../../schema/regimes/clocks.ts';
import { gdpr } from '../../../schema/regimes/gdpr.ts';
import type { Period } from '../../../schema/regimes/regime.ts';
import { regimeOf } from '../../../schema/regimes/regimes.ts';
import { dateIn, instant, type PlainDate, startOfDay } from '../../../schema/time.ts';
import { someCommitments } from '../../support/promises.ts';

const on = (date = '') => date as PlainDate;

/** The rows of a table of dates, cell by cell; the last cell says how the date was worked out. */
const rowsOf = (name: string): string[][] =>
	readFileSync(new URL(`../../fixtures/dates/${name}.csv`, import.meta.url), 'utf8')
		.trim()
		.split('\n')
		.slice(1)
		.map((line) => line.split(','));

describe('worked out by hand', () => {
	it.each(rowsOf('business-days'))('%s and %s business days are %s: %s', (from, count, ends) => {
		expect(endOf({ count: Number(count), unit: 'businessDays' }, on(from), california)).toBe(ends);
	});

	it.each(rowsOf('periods'))('%s and %s %s are %s: %s', (from, count, unit, ends) => {
		const period = { count: Number(count), unit } as Period; // The table writes units as the type does.
		for (const regime of [california, gdpr]) expect(endOf(period, on(from), regime)).toBe(ends);
	});

	it.each(rowsOf('receipts'))('in %s, %s is %s: %s', (zone = '', at = '', received) => {
		expect(dateIn(instant(at), zone)).toBe(received);
	});

	it.each(rowsOf('due'))('under %s in %s, %s received at %s with %s: %s by %s: %s', (...cells) => {
		const [key = '', zone = '', right, at = '', promised = '', duty, due] = cells;
		const [field = '', days] = promised.split(' ');
		const count = Number(days);
		const commitments = someCommitments({ [field]: field === 'extendToDays' ? [count] : count });
		const clocks = clocksOf(right as Right, dateIn(instant(at), zone), commitments, regimeOf(key)); // A right's name.
		expect(clocks.filter((it) => it.duty === duty).map(({ dueOn }) => dueOn)).toEqual([due]);
	});
});

it.each([
	['2027-03-14', '2027-03-14T08:00:00.000Z', 'the day on which clocks go forward, later'],
	['2027-03-15', '2027-03-15T07:00:00.000Z', 'the day after'],
	['2027-11-07', '2027-11-07T07:00:00.000Z', 'the day on which clocks go back, later'],
	['2027-11-08', '2027-11-08T08:00:00.000Z', 'the day after'],
])('%s begins at %s in California: %s', (date, at) => {
	expect(startOfDay(on(date), 'America/Los_Angeles')).toBe(at);
});

it.each([
	['california', '2026-02-28', '2028-02-28'],
	['california', '2028-02-29', '2030-02-28'],
	['gdpr', '2026-12-01', '2028-12-01'],
])('under %s the record of what was answered on %s is kept until %s', (key, endedOn, until) => {
	expect(keepRecordUntil('DELETE', on('2026-01-15'), on(endedOn), regimeOf(key))).toBe(until);
});
