import { sql } from 'kysely';
import type { StreamKind } from '../../schema/evidence/streams.ts';
import type { EventRow, SealedEventRow } from './tables.ts';
import { lockName, locksRows, type ReadTx, type WriteTx } from './transactions.ts';

/** The last event that is sealed; undefined where none is. */
export const lastSealed = (tx: ReadTx): Promise<SealedEventRow | undefined> =>
	tx.selectFrom('sealedEvent').selectAll().orderBy('position', 'desc').limit(1).executeTakeFirst();

/**
 * Waits until every event that was given a number is committed or gone, and keeps new ones waiting until the transaction
 * ends. On PostgreSQL numbers are given out before commits: whoever sealed without waiting would leave out an event with a
 * lower number. On SQLite nobody else writes meanwhile.
 */
export const holdEvents = async (trx: WriteTx): Promise<void> => {
	await lockName(trx, 'event-log');
	if (locksRows(trx)) await sql`lock table event in share mode`.execute(trx);
};

export const insertSealed = async (trx: WriteTx, rows: readonly SealedEventRow[]): Promise<void> => {
	if (rows.length > 0) await trx.insertInto('sealedEvent').values(rows).execute();
};

export const countUnsealed = async (tx: ReadTx): Promise<number> => {
	const last = await lastSealed(tx);
	const { count } = await tx
		.selectFrom('event')
		.select((eb) => eb.fn.countAll<number>().as('count'))
		.where('seq', '>', last?.seq ?? 0)
		.executeTakeFirstOrThrow();
	return count;
};

/** A place in the chain, and the event that stands there; null where it is gone. */
export interface SealedPlace extends SealedEventRow {
	event: EventRow | null;
}

/** The places of the chain after a position, in order. */
export const sealedAfter = async (tx: ReadTx, position: number, limit: number): Promise<SealedPlace[]> => {
	const places = await tx
		.selectFrom('sealedEvent')
		.selectAll()
		.where('position', '>', position)
		.orderBy('position')
		.limit(limit)
		.execute();
	if (places.length === 0) return [];
	const seqs = places.map(({ seq }) => seq);
	const events = await tx
		.selectFrom('event')
		.selectAll()
		.where('seq', '>=', Math.min(...seqs))
		.where('seq', '<=', Math.max(...seqs))
		.execute();
	const bySeq = new Map(events.map((event) => [event.seq, event]));
	return places.map((place) => ({ ...place, event: bySeq.get(place.seq) ?? null }));
};

/** The numbers of events that stand below the last sealed one and in no place of the chain. */
export const slippedIn = async (tx: ReadTx, limit: number): Promise<number[]> => {
	const last = await lastSealed(tx);
	const rows = await tx
		.selectFrom('event')
		.leftJoin('sealedEvent', 'sealedEvent.seq', 'event.seq')
		.select('event.seq')
		.where('sealedEvent.seq', 'is', null)
		.where('event.seq', '<=', last?.seq ?? 0)
		.orderBy('event.seq')
		.limit(limit)
		.execute();
	return rows.map(({ seq }) => seq);
};

/** The sealed events of one kind of stream after a position, in the order of the chain. */
export const sealedOfKindAfter = (tx: ReadTx, kind: StreamKind, position: number, limit: number) =>
	tx
		.selectFrom('sealedEvent')
		.innerJoin('event', 'event.seq', 'sealedEvent.seq')
		.select(['position', 'streamId', 'streamVersion', 'type', 'at'])
		.where('position', '>', position)
		.where('streamKind', '=', kind)
		.orderBy('position')
		.limit(limit)
		.execute();
