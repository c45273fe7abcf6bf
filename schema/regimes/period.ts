import { addMonths, daysBetween, type PlainDate } from '../time.ts';
import { businessDaysBetween, endOf } from './calendar.ts';
import type { Period, Regime } from './regime.ts';

const unitWords = { calendarDays: 'day', businessDays: 'business day', months: 'month' } as const;

/** A period as people say it: `1 month`, `15 business days`. */
export const periodWords = ({ count, unit }: Period): string => `${count} ${unitWords[unit]}${count === 1 ? '' : 's'}`;

const january = '2027-01-01' as PlainDate; // in the form of a PlainDate
const monthStarts = Array.from({ length: 12 }, (_, month) => addMonths(january, month));

/** The most days of a unit that a period can hold: 31 days for a month. */
export const longest = (period: Period, unit: 'calendarDays' | 'businessDays', regime: Regime): number => {
	if (period.unit === unit) return period.count;
	const between = (from: PlainDate, to: PlainDate) =>
		unit === 'calendarDays' ? daysBetween(from, to) : businessDaysBetween(from, to, regime);
	return Math.max(...monthStarts.map((from) => between(from, endOf(period, from, regime))));
};
