import type { Instant } from '../../schema/time.ts';
import type { OutboxRow } from './tables.ts';
import type { ReadTx, WriteTx } from './transactions.ts';

/** Letters given up, the oldest first. */
export const failedLetters = (tx: ReadTx, limit: number): Promise<OutboxRow[]> =>
	tx
		.selectFrom('outbox')
		.selectAll()
		.where('failedAt', 'is not', null)
		.orderBy('failedAt')
		.orderBy('id')
		.limit(limit)
		.execute();

/** Queues a letter that was given up once more, with all its attempts; false where there is no such letter. */
export const retryLetter = async (trx: WriteTx, id: string, now: Instant): Promise<boolean> => {
	const { numUpdatedRows } = await trx
		.updateTable('outbox')
		.set({ failedAt: null, attempts: 0, dueAt: now, claimedUntil: null, claimedBy: null })
		.where('id', '=', id)
		.where('failedAt', 'is not', null)
		.executeTakeFirstOrThrow();
	return numUpdatedRows === 1n;
};

/** How many letters wait, were sent, were dropped and were given up. */
export const countLetters = async (
	tx: ReadTx,
): Promise<{ waiting: number; sent: number; dropped: number; failed: number }> => {
	const row = await tx
		.selectFrom('outbox')
		.select((eb) => [
			eb.fn.countAll<number>().as('all'),
			eb.fn.count<number>('sentAt').as('sent'),
			eb.fn.count<number>('droppedAt').as('dropped'),
			eb.fn.count<number>('failedAt').as('failed'),
		])
		.executeTakeFirstOrThrow();
	return {
		waiting: row.all - row.sent - row.dropped - row.failed,
		sent: row.sent,
		dropped: row.dropped,
		failed: row.failed,
	};
};

/** Ends one claim; every claim where none is named, for the start of the only server there is. */
export const releaseClaims = async (trx: WriteTx, by?: string): Promise<void> => {
	await trx
		.updateTable('outbox')
		.set({ claimedUntil: null, claimedBy: null })
		.where('claimedBy', 'is not', null)
		.$if(by !== undefined, (query) => query.where('claimedBy', '=', by ?? ''))
		.execute();
};
