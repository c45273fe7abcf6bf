import type { Instant } from '../../schema/time.ts';
import type { OutboxRow } from './tables.ts';
import type { ReadTx, WriteTx } from './transactions.ts';

/** Letters that wait to be printed and posted, the oldest first. */
export const lettersForPost = (tx: ReadTx, now: Instant): Promise<OutboxRow[]> =>
	tx
		.selectFrom('outbox')
		.selectAll()
		.where('channel', '=', 'POST')
		.where('dueAt', '<=', now)
		.where('sentAt', 'is', null)
		.where('droppedAt', 'is', null)
		.orderBy('createdAt')
		.orderBy('id')
		.execute();

/** Notes that a letter was posted, or that there was nothing to post any more; false where none of the name waits. */
export const settlePosted = async (
	trx: WriteTx,
	id: string,
	outcome: { sentAt: Instant } | { droppedAt: Instant; lastError: string },
): Promise<boolean> => {
	const { numUpdatedRows } = await trx
		.updateTable('outbox')
		.set(outcome)
		.where('id', '=', id)
		.where('channel', '=', 'POST')
		.where('sentAt', 'is', null)
		.where('droppedAt', 'is', null)
		.executeTakeFirstOrThrow();
	return numUpdatedRows === 1n;
};
