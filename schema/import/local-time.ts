import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../time.ts';

/** An instant as an author writes it in an IANA zone, to the second: `2027-03-01T09:00:00-08:00`. */
export const localTime = (at: Instant, zone: string): string =>
	Temporal.Instant.from(at).toZonedDateTimeISO(zone).toString({ smallestUnit: 'second', timeZoneName: 'never' });
