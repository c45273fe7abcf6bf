import type { Instant, PlainDate } from '../../schema/time.ts';

const dates = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** A date in full: 1 March 2027. */
export const longDate = (on: PlainDate): string => dates.format(new Date(`${on}T00:00:00Z`));

/** The date and time of an instant in a zone, which is that of a notice: 1 March 2027 at 09:30. */
export const momentIn = (at: Instant, zone: string): string =>
	new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: zone }).format(new Date(at));

/** The date of an instant in a zone, in full. */
export const dateOf = (at: Instant, zone: string): string =>
	new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: zone }).format(new Date(at));
