import { Temporal } from 'temporal-polyfill';
import { addDays, addMonths, daysBetween, type PlainDate, weekday } from '../time.ts';
import type { Holiday, Period, Regime } from './regime.ts';

const sunday = 7;

/** The date of a holiday's rule in a year, before any move. */
const ruleDate = (on: Holiday['on'], year: number): PlainDate => {
	if ('day' in on) return Temporal.PlainDate.from({ year, month: on.month, day: on.day }).toString() as PlainDate;
	const first = Temporal.PlainDate.from({ year, month: on.month, day: 1 });
	const start = first.add({ days: (on.weekday - first.dayOfWeek + 7) % 7 });
	const weeks = on.nth === 'last' ? Math.floor((first.daysInMonth - start.day) / 7) : on.nth - 1;
	return start.add({ weeks }).toString() as PlainDate;
};

const datesOf = (holiday: Holiday, year: number): PlainDate[] => {
	if (year < (holiday.from ?? year) || year > (holiday.until ?? year)) return [];
	const date = addDays(ruleDate(holiday.on, year), holiday.plus ?? 0);
	const moved = (holiday.alsoWhen ?? []).filter((move) => move.weekday === weekday(date));
	return [date, ...moved.map((move) => addDays(date, move.plus))];
};

/** Every holiday of a year, by date; a Sunday is none unless a rule names it. */
export const holidaysIn = (
	holidays: readonly Holiday[],
	year: number,
): { on: PlainDate; name: string; cite: string }[] =>
	holidays
		.flatMap((holiday) => datesOf(holiday, year).map((on) => ({ on, name: holiday.name, cite: holiday.cite })))
		.sort((a, b) => (a.on < b.on ? -1 : 1));

const memo = new WeakMap<readonly Holiday[], Map<number, Set<PlainDate>>>();

const holidaySet = (holidays: readonly Holiday[], year: number): Set<PlainDate> => {
	const years = memo.get(holidays) ?? new Map<number, Set<PlainDate>>();
	memo.set(holidays, years);
	const known = years.get(year) ?? new Set(holidaysIn(holidays, year).map(({ on }) => on));
	years.set(year, known);
	return known;
};

/**
 * Whether business is done on a date. Civ. Code §§ 7 and 9: all days are business days but Sundays and the holidays,
 * so a Saturday is one, which makes every date the earlier one.
 */
export const isBusinessDay = (on: PlainDate, { holidays }: Pick<Regime, 'holidays'>): boolean =>
	weekday(on) !== sunday && !holidaySet(holidays, Number(on.slice(0, 4))).has(on);

/** The date on which the last of a number of business days falls; the date itself is day 0. */
export const addBusinessDays = (on: PlainDate, count: number, regime: Pick<Regime, 'holidays'>): PlainDate => {
	let date = on;
	for (let done = 0; done < count; ) {
		date = addDays(date, 1);
		if (isBusinessDay(date, regime)) done += 1;
	}
	return date;
};

/** How many days on which business is done lie after one date, up to another. */
export const businessDaysBetween = (from: PlainDate, to: PlainDate, regime: Pick<Regime, 'holidays'>): number =>
	Array.from({ length: daysBetween(from, to) }, (_, i) => addDays(from, i + 1)).filter((on) =>
		isBusinessDay(on, regime),
	).length;

/** The last date of a period that begins with a date as day 0; calendar periods do not roll over holidays. */
export const endOf = (period: Period, from: PlainDate, regime: Pick<Regime, 'holidays'>): PlainDate => {
	switch (period.unit) {
		case 'calendarDays':
			return addDays(from, period.count);
		case 'businessDays':
			return addBusinessDays(from, period.count, regime);
		case 'months':
			return addMonths(from, period.count);
	}
};
