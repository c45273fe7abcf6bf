import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

/** A point in time in UTC with milliseconds, `2027-03-01T08:00:00.000Z`; two of them compare as strings. */
export type Instant = string & { readonly instant: unique symbol };

/** A calendar date, `2027-03-01`, in the zone of the notice that speaks of it; two of them compare as strings. */
export type PlainDate = string & { readonly date: unique symbol };

/** The instant that an ISO 8601 text with an offset or `Z` names; throws RangeError on anything else. */
export const instant = (text: string): Instant => fromEpoch(Temporal.Instant.from(text).epochMilliseconds);

/** The instant at a number of milliseconds since 1970. */
export const fromEpoch = (milliseconds: number): Instant => new Date(milliseconds).toISOString() as Instant;

/** Milliseconds since 1970. */
export const toEpoch = (at: Instant): number => Date.parse(at);

/** The instant a whole number of seconds later (or earlier, below zero). */
export const addSeconds = (at: Instant, seconds: number): Instant => fromEpoch(toEpoch(at) + seconds * 1000);

/** The calendar date at an instant in an IANA zone. */
export const dateIn = (at: Instant, zone: string): PlainDate =>
	Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDate().toString() as PlainDate;

/** The instant at which a calendar date begins in an IANA zone. */
export const startOfDay = (on: PlainDate, zone: string): Instant =>
	instant(Temporal.PlainDate.from(on).toZonedDateTime(zone).toInstant().toString());

/** The instant at a whole hour of a calendar date in an IANA zone. */
export const localTime = (on: PlainDate, hour: number, zone: string): Instant =>
	instant(Temporal.PlainDate.from(on).toZonedDateTime({ timeZone: zone, plainTime: { hour } }).toInstant().toString());

/** An instant as people write it in an IANA zone, with its offset: `2027-03-01T00:00:00-08:00`. */
export const withOffset = (at: Instant, zone: string): string =>
	Temporal.Instant.from(at).toZonedDateTimeISO(zone).toString({ smallestUnit: 'second', timeZoneName: 'never' });

/** The calendar date a number of days later (or earlier, below zero). */
export const addDays = (on: PlainDate, days: number): PlainDate =>
	Temporal.PlainDate.from(on).add({ days }).toString() as PlainDate;

/** The calendar date a number of months later; the last day of the month where that month is shorter. */
export const addMonths = (on: PlainDate, months: number): PlainDate =>
	Temporal.PlainDate.from(on).add({ months }).toString() as PlainDate;

/** Whole days from the first date to the second; negative when the second is earlier. */
export const daysBetween = (from: PlainDate, to: PlainDate): number =>
	Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days;

/** 1 for Monday to 7 for Sunday. */
export const weekday = (on: PlainDate): number => Temporal.PlainDate.from(on).dayOfWeek;

const parses =
	<T>(make: (text: string) => T) =>
	(text: string) => {
		try {
			make(text);
			return true;
		} catch {
			return false;
		}
	};

const instantExpected = 'expected a date and time with an offset, such as 2027-03-01T00:00:00-08:00';

/** Front matter and inputs state instants with an offset, since a bare date is a different instant in every zone. */
export const instantField = z.string(instantExpected).refine(parses(instant), instantExpected).transform(instant);

export const plainDateField = z
	.string('expected a date such as 2027-03-01')
	.regex(/^\d{4}-\d{2}-\d{2}$/, 'expected a date such as 2027-03-01')
	.refine(parses(Temporal.PlainDate.from), 'expected a date that exists')
	.transform((text) => text as PlainDate);

export const zoneField = z.string().refine(
	parses((zone) => new Intl.DateTimeFormat('en', { timeZone: zone })),
	'expected an IANA time zone such as America/Los_Angeles',
);
