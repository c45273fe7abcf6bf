import { addSeconds, type Instant } from '../../schema/time.ts';
import { type Kept, letterSeconds, retentionOf } from '../domain/retention.ts';
import { appendEvents, type RecordedEvent, readStream } from '../store/events.ts';
import { heldUntil } from '../store/legal-holds.ts';
import { objectionByReceipt } from '../store/objections.ts';
import { hasLettersWaiting } from '../store/outbox.ts';
import { erase, narrowPersonal } from '../store/personal.ts';
import { receiptById } from '../store/receipts.ts';
import { requestsByReceipt } from '../store/requests.ts';
import type { ReceiptRow } from '../store/tables.ts';
import { setTimer } from '../store/timers.ts';
import type { ReadTx, WriteTx } from '../store/transactions.ts';
import { deleteUploadsOf } from '../store/uploads.ts';
import type { Vault } from '../store/vault.ts';
import { endPackagesOf } from './package-record.ts';

/** What was done to the personal record of a receipt; it proves that it was, and says nothing of the person. */
export interface RetentionEvent extends RecordedEvent {
	type: 'personalForgotten' | 'personalNarrowed' | 'personalErased' | 'holdPlaced' | 'holdLifted';
}

const streamOf = (receiptId: string) => ({ kind: 'retention', id: receiptId }) as const;

const historyOf = (tx: ReadTx, receiptId: string) => readStream<RetentionEvent>(tx, streamOf(receiptId));

/** Notes what was done to a receipt's personal record. */
export const recordRetention = async (
	trx: WriteTx,
	receiptId: string,
	type: RetentionEvent['type'],
	at: Instant,
): Promise<void> => {
	const before = await historyOf(trx, receiptId);
	await appendEvents(trx, streamOf(receiptId), before.length, [{ type, at } satisfies RetentionEvent]);
};

/** Has the clock look what is to be done to a receipt's personal record. */
export const lookAtRetention = (trx: WriteTx, receiptId: string, at: Instant | null): Promise<void> =>
	setTimer(trx, 'retention', receiptId, at);

/** Has the clock look once something has ended and its letter has had time to leave. */
export const lookAfterEnd = (trx: WriteTx, receiptId: string, endedAt: Instant): Promise<void> =>
	lookAtRetention(trx, receiptId, addSeconds(endedAt, letterSeconds));

const partsOf = async (tx: ReadTx, { id, kind }: ReceiptRow): Promise<Kept['parts']> => {
	if (kind === 'objection') {
		const objection = await objectionByReceipt(tx, id);
		return objection ? [{ request: null, endedAt: objection.endedAt }] : [];
	}
	const rows = await requestsByReceipt(tx, id);
	return rows.map((row) => ({
		request: { ...row, granted: row.outcome === 'GRANTED' || row.outcome === 'PARTLY' },
		endedAt: row.endedAt,
	}));
};

/** Whether anything that was sent with a receipt has been destroyed. */
export const isDestroyed = async (tx: ReadTx, receiptId: string): Promise<boolean> =>
	(await historyOf(tx, receiptId)).some(({ type }) => type === 'personalNarrowed' || type === 'personalErased');

/** What a receipt leaves behind; null where there is nothing personal in it any more. */
export const keptOf = async (tx: ReadTx, receipt: ReceiptRow, now: Instant): Promise<Kept | null> => {
	const history = await historyOf(tx, receipt.id);
	if (receipt.personalId === null || history.some(({ type }) => type === 'personalErased')) return null;
	const objection = receipt.kind === 'objection' ? await objectionByReceipt(tx, receipt.id) : undefined;
	return {
		kind: receipt.kind,
		parts: await partsOf(tx, receipt),
		hasLettersWaiting: await hasLettersWaiting(tx, objection ? [receipt.id, objection.id] : [receipt.id]),
		isForgotten: history.some(({ type }) => type === 'personalForgotten'),
		isNarrowed: history.some(({ type }) => type === 'personalNarrowed'),
		heldUntil: await heldUntil(tx, receipt.id, now),
	};
};

const eraseAll = async (trx: WriteTx, requestIds: string[], personalId: string, now: Instant): Promise<void> => {
	await erase(trx, personalId, now);
	await endPackagesOf(trx, requestIds, 'expire', now);
};

/** Has what a person sent destroyed as soon as it has ended, at once where it has. Answers whether anything was destroyed. */
export const forgetReceipt = async (trx: WriteTx, vault: Vault, receiptId: string, now: Instant): Promise<boolean> => {
	const isForgotten = (await historyOf(trx, receiptId)).some(({ type }) => type === 'personalForgotten');
	if (!isForgotten) await recordRetention(trx, receiptId, 'personalForgotten', now);
	return retain(trx, vault, receiptId, now);
};

/** Destroys what is kept no longer of a receipt, and sets when to look again. Answers whether anything was destroyed. */
export const retain = async (trx: WriteTx, vault: Vault, receiptId: string, now: Instant): Promise<boolean> => {
	const receipt = await receiptById(trx, receiptId);
	const kept = receipt && (await keptOf(trx, receipt, now));
	if (!receipt?.personalId || !kept) return false;
	const { act, lookAt } = retentionOf(kept, now);
	await lookAtRetention(trx, receiptId, lookAt);
	if (act === null) return false;
	const requestIds = (await requestsByReceipt(trx, receiptId)).map(({ id }) => id);
	await deleteUploadsOf(trx, requestIds);
	if (act === 'erase') await eraseAll(trx, requestIds, receipt.personalId, now);
	else
		await narrowPersonal(trx, vault, receipt.personalId, ({ said, statements }) => ({
			...(said && { said }),
			...(statements && { statements }),
		}));
	await recordRetention(trx, receiptId, act === 'erase' ? 'personalErased' : 'personalNarrowed', now);
	return true;
};
