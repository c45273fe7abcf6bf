import type { Instant } from '../../schema/time.ts';
import { lettersFor } from '../domain/letters.ts';
import { evolve, nextDeadline, type ObjectionEvent, type ObjectionState } from '../domain/objection.ts';
import type { Additions } from '../store/additions.ts';
import { eventRows } from '../store/events.ts';
import { updateObjection } from '../store/objections.ts';
import { letterRow, queueLetter } from '../store/outbox.ts';
import { setTimer } from '../store/timers.ts';
import type { ReadTx, WriteTx } from '../store/transactions.ts';
import { lookAfterEnd } from './retention.ts';
import { append, begin, type Loaded, load } from './streams.ts';

const streamOf = (id: string) => ({ kind: 'objection', id }) as const;

export const loadObjection = (tx: ReadTx, id: string): Promise<Loaded<ObjectionState> | null> =>
	load<ObjectionState, ObjectionEvent>(tx, streamOf(id), evolve);

interface Ids {
	id: string;
	receiptId: string;
}

/** A new objection and all that it adds: events, row, timer and letters. */
export const newObjection = (
	{ id, receiptId }: Ids,
	events: readonly ObjectionEvent[],
	now: Instant,
	/** When its letters leave. */
	dueAt: Instant,
): { state: ObjectionState; additions: Additions } => {
	const { state, streamVersion } = begin(events, evolve);
	const deadline = nextDeadline(state);
	return {
		state,
		additions: {
			event: eventRows(streamOf(id), 0, events),
			objection: [{ id, receiptId, ...state, streamVersion }],
			timer: deadline ? [{ kind: 'objection', streamId: id, dueAt: deadline }] : [],
			outbox: lettersFor(events).map((kind) =>
				letterRow({ kind, subjectKind: 'objection', subjectId: id, now, dueAt }),
			),
		},
	};
};

/** Events, row, timer and letters of one decision on an objection, in the transaction it was made in. */
export const recordObjection = async (
	trx: WriteTx,
	{ id, receiptId }: Ids,
	before: Loaded<ObjectionState>,
	events: readonly ObjectionEvent[],
	now: Instant,
): Promise<Loaded<ObjectionState>> => {
	const after = await append(trx, streamOf(id), before, events, evolve);
	const row = { id, receiptId, ...after.state, streamVersion: after.streamVersion };
	await updateObjection(trx, row, before.streamVersion);
	await setTimer(trx, 'objection', id, nextDeadline(after.state));
	if (row.endedAt) await lookAfterEnd(trx, receiptId, row.endedAt);
	for (const kind of lettersFor(events)) {
		await queueLetter(trx, { kind, subjectKind: 'objection', subjectId: id, now });
	}
	return after;
};
