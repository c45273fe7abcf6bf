import type { ReceiptRow } from './tables.ts';
import type { ReadTx } from './transactions.ts';

export const receiptById = (tx: ReadTx, id: string): Promise<ReceiptRow | undefined> =>
	tx.selectFrom('receipt').selectAll().where('id', '=', id).executeTakeFirst();

/** The receipt that a code belongs to; `codeHash` comes from `vault.codeHash`. */
export const receiptByCodeHash = (tx: ReadTx, codeHash: string): Promise<ReceiptRow | undefined> =>
	tx.selectFrom('receipt').selectAll().where('codeHash', '=', codeHash).executeTakeFirst();

/** All receipts given to an address, the oldest first. */
export const receiptsByEmail = (tx: ReadTx, emailIndex: string): Promise<ReceiptRow[]> =>
	tx
		.selectFrom('receipt')
		.innerJoin('personal', 'personal.id', 'receipt.personalId')
		.selectAll('receipt')
		.where('personal.emailIndex', '=', emailIndex)
		.orderBy('receipt.receivedAt')
		.orderBy('receipt.id')
		.execute();
