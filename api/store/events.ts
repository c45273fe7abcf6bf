import type { Insertable } from 'kysely';
import type { StreamKind } from '../../schema/evidence/streams.ts';
import type { Instant } from '../../schema/time.ts';
import { StreamConflict } from './errors.ts';
import type { Database, EventRow } from './tables.ts';
import { locksRows, type ReadTx, type WriteTx } from './transactions.ts';

/** An event as it is handed over: its data are its own fields, and none of them is personal. */
export interface RecordedEvent {
	type: string;
	at: Instant;
}

export interface Stream {
	kind: StreamKind;
	id: string;
}

/** Every event of a stream, first to last, as it was appended; the caller's `evolve` knows what they are. */
export const readStream = async <E extends RecordedEvent>(tx: ReadTx, stream: Stream): Promise<E[]> => {
	const rows = await tx
		.selectFrom('event')
		.selectAll()
		.where('streamKind', '=', stream.kind)
		.where('streamId', '=', stream.id)
		.orderBy('streamVersion')
		.execute();
	// Only `appendEvents` writes this table, so what is read is what a caller of the same stream kind appended.
	return rows.map((row) => ({ ...JSON.parse(row.data), type: row.type, at: row.at }) as E);
};

/** The rows of events that follow version `before` of a stream, 0 where they begin it. */
export const eventRows = (
	{ kind, id }: Stream,
	before: number,
	events: readonly RecordedEvent[],
): Insertable<Database['event']>[] =>
	events.map(({ type, at, ...data }, index) => ({
		streamKind: kind,
		streamId: id,
		streamVersion: before + index + 1,
		type,
		at,
		data: JSON.stringify(data),
	}));

/** Adds events after version `expected` (0 for a new stream) and answers the new version; throws StreamConflict where the stream has gone on. */
export const appendEvents = async (
	trx: WriteTx,
	stream: Stream,
	expected: number,
	events: readonly RecordedEvent[],
): Promise<number> => {
	if (events.length === 0) return expected;
	const { numInsertedOrUpdatedRows } = await trx
		.insertInto('event')
		.values(eventRows(stream, expected, events))
		.onConflict((conflict) => conflict.columns(['streamKind', 'streamId', 'streamVersion']).doNothing())
		.executeTakeFirstOrThrow();
	if (numInsertedOrUpdatedRows !== BigInt(events.length))
		throw new StreamConflict(`${stream.kind} stream has gone past version ${expected}`);
	return expected + events.length;
};

/** The number of the event at a place of a stream; throws where there is none. */
export const seqInStream = async (tx: ReadTx, { kind, id }: Stream, version: number): Promise<number> => {
	const { seq } = await tx
		.selectFrom('event')
		.select('seq')
		.where('streamKind', '=', kind)
		.where('streamId', '=', id)
		.where('streamVersion', '=', version)
		.executeTakeFirstOrThrow();
	return seq;
};

/** All events after a sequence number, in order, for whoever makes the rows again. */
export const eventsAfter = (tx: ReadTx, seq: number, limit: number): Promise<EventRow[]> =>
	tx.selectFrom('event').selectAll().where('seq', '>', seq).orderBy('seq').limit(limit).execute();

/** The events of one kind of stream after a sequence number, in order. */
export const eventsOfKindAfter = (tx: ReadTx, kind: StreamKind, seq: number, limit: number): Promise<EventRow[]> =>
	tx
		.selectFrom('event')
		.selectAll()
		.where('streamKind', '=', kind)
		.where('seq', '>', seq)
		.orderBy('seq')
		.limit(limit)
		.execute();

/** The sequence number of the last event of a kind of stream; 0 where there is none. */
export const lastSeqOfKind = async (tx: ReadTx, kind: StreamKind): Promise<number> => {
	const row = await tx
		.selectFrom('event')
		.select((eb) => eb.fn.max('seq').as('seq'))
		.where('streamKind', '=', kind)
		.executeTakeFirst();
	return row?.seq ?? 0;
};

/**
 * Waits until nobody else appends version events. On PostgreSQL numbers are given out before commits: whoever reads on
 * from a number would miss an event with a lower one that is committed later.
 */
export const takeTurn = async (trx: WriteTx): Promise<void> => {
	if (!locksRows(trx)) return;
	await trx.selectFrom('setting').select('name').where('name', '=', 'instance_id').forUpdate().execute();
};

/** The ids of all streams of a kind, in order. */
export const streamIdsOfKind = async (tx: ReadTx, kind: StreamKind): Promise<string[]> => {
	const rows = await tx
		.selectFrom('event')
		.select('streamId')
		.distinct()
		.where('streamKind', '=', kind)
		.orderBy('streamId')
		.execute();
	return rows.map(({ streamId }) => streamId);
};
