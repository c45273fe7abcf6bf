import type { PlainDate } from '../../schema/time.ts';

const dates = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** A date in full: 1 March 2027. */
export const longDate = (on: PlainDate): string => dates.format(new Date(`${on}T00:00:00Z`));
