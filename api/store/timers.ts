import type { Instant } from '../../schema/time.ts';
import type { TimerRow } from './tables.ts';
import { locksRows, type ReadTx, type WriteTx } from './transactions.ts';

/** Sets when the clock has something to do to a stream; null where it has nothing to do any more. */
export const setTimer = async (trx: WriteTx, kind: string, streamId: string, dueAt: Instant | null): Promise<void> => {
	if (dueAt === null) {
		await trx.deleteFrom('timer').where('kind', '=', kind).where('streamId', '=', streamId).execute();
		return;
	}
	await trx
		.insertInto('timer')
		.values({ kind, streamId, dueAt })
		.onConflict((conflict) => conflict.columns(['kind', 'streamId']).doUpdateSet({ dueAt }))
		.execute();
};

/** Timers that are due, the earliest first, to oneself until the transaction ends. */
export const dueTimers = (trx: WriteTx, now: Instant, limit: number): Promise<TimerRow[]> =>
	trx
		.selectFrom('timer')
		.selectAll()
		.where('dueAt', '<=', now)
		.orderBy('dueAt')
		.orderBy('kind')
		.orderBy('streamId')
		.limit(limit)
		.$if(locksRows(trx), (query) => query.forUpdate().skipLocked())
		.execute();

/** Every timer of a kind that is due, the earliest first. */
export const timersOfKind = (tx: ReadTx, kind: string, now: Instant): Promise<TimerRow[]> =>
	tx
		.selectFrom('timer')
		.selectAll()
		.where('kind', '=', kind)
		.where('dueAt', '<=', now)
		.orderBy('dueAt')
		.orderBy('streamId')
		.execute();
