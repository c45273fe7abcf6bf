import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addBusinessDays, holidaysIn, isBusinessDay } from '../../../schema/regimes/calendar.ts';
import { california } from '../../../schema/regimes/california.ts';
import { addDays, daysBetween, type PlainDate, weekday } from '../../../schema/time.ts';

const on = (date: string) => date as PlainDate;
const dates = (year: number) => holidaysIn(california.holidays, year).map((it) => it.on.slice(5));
const anyDate = fc.integer({ min: 0, max: 12 * 365 }).map((days) => addDays(on('2019-01-01'), days));

describe('the holidays of California', () => {
	// Read off a printed calendar against Gov. Code §§ 6700 and 6701.
	it.each([
		[2022, '01-01 01-17 02-12 02-21 03-31 05-30 07-04 09-05 09-09 09-23 10-10 11-11 11-24 12-25 12-26'],
		[
			2023,
			'01-01 01-02 01-16 02-12 02-13 02-20 03-31 04-24 05-29 06-19 07-04 09-04 09-09 09-22 10-09 11-10 11-11 11-23 12-25',
		],
		[2026, '01-01 01-19 02-12 02-16 03-31 04-24 05-25 06-19 07-04 09-07 09-09 09-25 10-12 11-11 11-26 12-25'],
		[2027, '01-01 01-18 02-12 02-15 03-31 04-24 05-31 06-19 07-04 07-05 09-06 09-09 09-24 10-11 11-11 11-25 12-25'],
		[2028, '01-01 01-17 02-12 02-21 03-31 04-24 05-29 06-19 07-04 09-04 09-09 09-22 10-09 11-10 11-11 11-23 12-25'],
	])('of %i fall where the Government Code puts them', (year, expected) => {
		expect(dates(year).join(' ')).toBe(expected);
	});

	it('name the section that makes each of them one', () => {
		for (const { cite } of california.holidays) expect(cite).toMatch(/^Cal\. Gov\. Code § 6700/);
	});
});

describe('business days', () => {
	it.each([
		['2026-12-15', 15, '2027-01-04', 'over Christmas and New Year, both Fridays'],
		['2027-06-25', 10, '2027-07-08', 'over a 4 July on a Sunday, kept on the Monday'],
		['2028-02-25', 3, '2028-02-29', 'to 29 February: Saturday, Monday, Tuesday'],
		['2027-03-12', 2, '2027-03-15', 'over the night that clocks go forward'],
		['2026-12-31', 1, '2027-01-02', 'from the last day of a year to a Saturday'],
		['2026-12-25', 1, '2026-12-26', 'from a holiday'],
	])('from %s, %i of them end on %s: %s', (from, count, expected) => {
		expect(addBusinessDays(on(from), count, california)).toBe(expected);
	});

	it('count every day between that is neither a Sunday nor a holiday', () => {
		fc.assert(
			fc.property(anyDate, fc.integer({ min: 1, max: 40 }), (from, count) => {
				const end = addBusinessDays(from, count, california);
				const between = Array.from({ length: daysBetween(from, end) }, (_, i) => addDays(from, i + 1));
				expect(between.filter((day) => isBusinessDay(day, california))).toHaveLength(count);
				expect(isBusinessDay(end, california)).toBe(true);
				expect(weekday(end)).not.toBe(7);
			}),
		);
	});

	it('never end earlier for a later start', () => {
		fc.assert(
			fc.property(anyDate, fc.integer({ min: 1, max: 40 }), (from, count) => {
				expect(addBusinessDays(addDays(from, 1), count, california) >= addBusinessDays(from, count, california)).toBe(
					true,
				);
			}),
		);
	});
});
