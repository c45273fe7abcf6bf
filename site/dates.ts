import { labelsOf } from '../schema/notice/labels.ts';
import type { Instant, PlainDate } from '../schema/time.ts';
import { addSeconds, dateIn } from '../schema/time.ts';
import { spokenIn } from './text/text-of.ts';

/** A date in full, in the words that the texts use too: 1 March 2027. */
export const longDate = (on: PlainDate, locale: string): string => {
	const labels = labelsOf(spokenIn(locale));
	const [year = 0, month = 1, day = 1] = on.split('-').map(Number);
	return labels.date(day, labels.months[month - 1] ?? '', year);
};

/** The date of an instant in a zone, in full. */
export const dateOf = (at: Instant, zone: string, locale: string): string => longDate(dateIn(at, zone), locale);

/** The last date of a stretch of time that ends at an instant: the day before, where it ends at midnight. */
export const lastDateOf = (endsAt: Instant, zone: string, locale: string): string =>
	dateOf(addSeconds(endsAt, -1), zone, locale);
