import type { Closing } from '../../schema/request/vocabulary.ts';
import type { OtherRequest, RequestCommand } from '../domain/request-model.ts';
import { emailIndexOf } from '../store/personal.ts';
import { receiptById } from '../store/receipts.ts';
import { requestById } from '../store/requests.ts';
import type { RequestRow } from '../store/tables.ts';
import type { ReadTx } from '../store/transactions.ts';
import { isId } from './record-id.ts';

const addressOf = async (tx: ReadTx, { receiptId }: RequestRow) => {
	const { personalId } = (await receiptById(tx, receiptId)) ?? {};
	return personalId ? emailIndexOf(tx, personalId) : null;
};

const otherOf = async (tx: ReadTx, row: RequestRow, id: string | null): Promise<OtherRequest | null> => {
	const other = id !== null && id !== row.id && isId(id) ? await requestById(tx, id) : undefined;
	if (!other) return null;
	const address = await addressOf(tx, row);
	const { right, status, receivedAt } = other;
	return { right, status, receivedAt, sameAddress: address !== null && address === (await addressOf(tx, other)) };
};

/** Lays a request aside; `duplicateOf` is the id of the one that is answered in its place. */
export const closing =
	(closing: Closing, duplicateOf: string | null) =>
	async (tx: ReadTx, row: RequestRow): Promise<RequestCommand> => ({
		type: 'close',
		closing,
		other: await otherOf(tx, row, duplicateOf),
	});
