import type { Instant } from '../../schema/time.ts';
import { lettersFor } from '../domain/letters.ts';
import { evolve, nextDeadline, type ObjectionEvent, type ObjectionState } from '../domain/objection.ts';
import { insertObjection, updateObjection } from '../store/objections.ts';
import { queueLetter } from '../store/outbox.ts';
import { setTimer } from '../store/timers.ts';
import type { ReadTx, WriteTx } from '../store/transactions.ts';
import { lookAfterEnd } from './retention.ts';
import { append, type Loaded, load } from './streams.ts';

const streamOf = (id: string) => ({ kind: 'objection', id }) as const;

export const loadObjection = (tx: ReadTx, id: string): Promise<Loaded<ObjectionState> | null> =>
	load<ObjectionState, ObjectionEvent>(tx, streamOf(id), evolve);

/** Events, row, timer and letters of one decision, in the transaction it was made in. */
export const recordObjection = async (
	trx: WriteTx,
	{ id, receiptId }: { id: string; receiptId: string },
	before: Loaded<ObjectionState> | null,
	events: readonly ObjectionEvent[],
	now: Instant,
	/** When its letters leave; at once where absent. */
	dueAt: Instant = now,
): Promise<Loaded<ObjectionState>> => {
	const after = await append(trx, streamOf(id), before, events, evolve);
	const row = { id, receiptId, ...after.state, streamVersion: after.streamVersion };
	if (before) await updateObjection(trx, row, before.streamVersion);
	else await insertObjection(trx, row);
	await setTimer(trx, 'objection', id, nextDeadline(after.state));
	if (row.endedAt) await lookAfterEnd(trx, receiptId, row.endedAt);
	for (const kind of lettersFor(events)) {
		await queueLetter(trx, { kind, subjectKind: 'objection', subjectId: id, now, dueAt });
	}
	return after;
};
