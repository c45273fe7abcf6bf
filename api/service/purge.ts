import type { Instant } from '../../schema/time.ts';
import { retentionOf } from '../domain/retention.ts';
import type { Store } from '../store/open.ts';
import { receiptById } from '../store/receipts.ts';
import { timersOfKind } from '../store/timers.ts';
import type { ReadTx } from '../store/transactions.ts';
import { keptOf, retain } from './retention.ts';

/** What is to be destroyed of a receipt's personal record. */
export interface DueRetention {
	receiptId: string;
	act: 'erase' | 'narrow';
}

const dueOf = async (tx: ReadTx, receiptId: string, now: Instant): Promise<DueRetention[]> => {
	const receipt = await receiptById(tx, receiptId);
	const kept = receipt && (await keptOf(tx, receipt, now));
	const act = kept ? retentionOf(kept, now).act : null;
	return act ? [{ receiptId, act }] : [];
};

/** All that is kept no longer at an instant. */
export const dueRetention = (store: Store, now: Instant): Promise<DueRetention[]> =>
	store.read(async (tx) => {
		const due: DueRetention[] = [];
		for (const { streamId } of await timersOfKind(tx, 'retention', now)) due.push(...(await dueOf(tx, streamId, now)));
		return due;
	});

/** Destroys all that is kept no longer, each in a transaction of its own, and answers what that was. */
export const purgeDue = async (store: Store, now: Instant): Promise<DueRetention[]> => {
	const due = await dueRetention(store, now);
	for (const { receiptId } of due) await store.write((trx) => retain(trx, store.vault, receiptId, now));
	if (due.length > 0) await store.scrub();
	return due;
};
