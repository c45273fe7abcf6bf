import type { Instant } from '../../schema/time.ts';
import { appendEvents, type RecordedEvent, readStream, type Stream } from '../store/events.ts';
import type { Store } from '../store/open.ts';
import type { WriteTx } from '../store/transactions.ts';
import type { SignedIn } from './sessions.ts';

/** Who acts: a tool, by its key, or somebody of staff; neither is the operator, on the command line. */
export interface Actor {
	keyId: string | null;
	staff: Pick<SignedIn, 'staffId'> | null;
}

/** Who acted, as an event names them: by an id alone. */
export interface By {
	keyId: string | null;
	staffId: string | null;
}

export const byOf = ({ keyId = null, staff = null }: Partial<Actor>): By => ({
	keyId,
	staffId: staff?.staffId ?? null,
});

/** Where and when somebody acts. */
export interface Desk extends Partial<Actor> {
	store: Store;
	now: Instant;
}

/** Adds an event to the end of a stream that nothing is decided by. */
export const recordDeed = async (trx: WriteTx, stream: Stream, event: RecordedEvent): Promise<void> => {
	const before = await readStream(trx, stream);
	await appendEvents(trx, stream, before.length, [event]);
};
