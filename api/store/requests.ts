import type { Right } from '../../schema/notice/vocabulary.ts';
import type { PlainDate } from '../../schema/time.ts';
import { StreamConflict } from './errors.ts';
import type { RequestRow } from './tables.ts';
import type { ReadTx, WriteTx } from './transactions.ts';

/** Puts a request's row in place of the one that stood at version `expected`; throws StreamConflict where it stands no more. */
export const updateRequest = async (trx: WriteTx, row: RequestRow, expected: number): Promise<void> => {
	const { numUpdatedRows } = await trx
		.updateTable('request')
		.set(row)
		.where('id', '=', row.id)
		.where('streamVersion', '=', expected)
		.executeTakeFirstOrThrow();
	if (numUpdatedRows !== 1n) throw new StreamConflict(`request is not at version ${expected}`);
};

export const requestById = (tx: ReadTx, id: string): Promise<RequestRow | undefined> =>
	tx.selectFrom('request').selectAll().where('id', '=', id).executeTakeFirst();

/** The requests of one submission, by right in alphabetical order. */
export const requestsByReceipt = (tx: ReadTx, receiptId: string): Promise<RequestRow[]> =>
	tx.selectFrom('request').selectAll().where('receiptId', '=', receiptId).orderBy('right').orderBy('id').execute();

/** The verified and answered requests of an address for any of some rights, the earliest first. */
export const answeredRequestsOf = (
	tx: ReadTx,
	emailIndex: string,
	rights: readonly Right[],
): Promise<Pick<RequestRow, 'id' | 'receiptId' | 'receivedOn'>[]> =>
	tx
		.selectFrom('request')
		.innerJoin('receipt', 'receipt.id', 'request.receiptId')
		.innerJoin('personal', 'personal.id', 'receipt.personalId')
		.select(['request.id', 'request.receiptId', 'request.receivedOn'])
		.where('personal.emailIndex', '=', emailIndex)
		.where('request.right', 'in', rights)
		.where('request.status', '=', 'ANSWERED')
		.where('request.verifiedAt', 'is not', null)
		.orderBy('request.receivedOn')
		.orderBy('request.id')
		.execute();

/** What figures need of the requests received between two dates, both included. */
export const requestsReceivedBetween = (
	tx: ReadTx,
	from: PlainDate,
	to: PlainDate,
): Promise<Pick<RequestRow, 'right' | 'status' | 'zone' | 'receivedOn' | 'endedAt'>[]> =>
	tx
		.selectFrom('request')
		.select(['right', 'status', 'zone', 'receivedOn', 'endedAt'])
		.where('receivedOn', '>=', from)
		.where('receivedOn', '<=', to)
		.execute();
