import { labelsOf } from '../schema/notice/labels.ts';
import type { Instant, PlainDate } from '../schema/time.ts';
import { addSeconds, dateIn } from '../schema/time.ts';
import { formTexts } from './text/form-texts.ts';
import { spokenIn } from './text/text-of.ts';

/** A date in full, in the words that the texts use too: 1 March 2027. */
export const longDate = (on: PlainDate, locale: string): string => {
	const labels = labelsOf(spokenIn(locale));
	const [year = 0, month = 1, day = 1] = on.split('-').map(Number);
	return labels.date(day, labels.months[month - 1] ?? '', year);
};

/** The date of an instant in a zone, in full. */
export const dateOf = (at: Instant, zone: string, locale: string): string => longDate(dateIn(at, zone), locale);

/** A version as people read it: its day, and its number where there is more than one of that day. */
export const versionDate = (version: string, locale: string): string => {
	const [on = '', number] = version.split('.');
	// The first part is the effective date: rule F2 holds every version to it.
	const date = longDate(on as PlainDate, locale);
	return number ? formTexts(locale).forms.numbered(date, number) : date;
};

/** The last date of a stretch of time that ends at an instant: the day before, where it ends at midnight. */
export const lastDateOf = (endsAt: Instant, zone: string, locale: string): string =>
	dateOf(addSeconds(endsAt, -1), zone, locale);
