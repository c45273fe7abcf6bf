import type { Instant } from '../../schema/time.ts';
import { momentIn } from './dates.ts';

/** The time zone of whoever sits at the desk. */
const ownZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** An instant as a date and a time of day of whoever sits at the desk: 1 March 2027 at 09:30. */
export const Moment = ({ at }: { at: Instant }) => <time dateTime={at}>{momentIn(at, ownZone)}</time>;

export const ZoneNote = () => <p class="hint">Times are those of {ownZone}.</p>;
