import type { Closing } from '../../schema/request/vocabulary.ts';
import type { OtherRequest, RequestCommand } from '../domain/request-model.ts';
import { changePersonal, emailIndexOf } from '../store/personal.ts';
import { receiptById } from '../store/receipts.ts';
import { requestById } from '../store/requests.ts';
import type { RequestRow } from '../store/tables.ts';
import { lockName, type ReadTx, type WriteTx } from '../store/transactions.ts';
import { isId } from './record-id.ts';
import type { Aim, Plan } from './request-desk.ts';

const addressOf = async (tx: ReadTx, { receiptId }: RequestRow) => {
	const { personalId } = (await receiptById(tx, receiptId)) ?? {};
	return personalId ? emailIndexOf(tx, personalId) : null;
};

const otherOf = async (trx: WriteTx, row: RequestRow, id: string | null): Promise<OtherRequest | null> => {
	const address = await addressOf(trx, row);
	// Of two that are laid aside at the same moment, each beside the other, the second has to see what became of the first.
	if (address) await lockName(trx, `duplicates/${address}`);
	const other = id !== null && id !== row.id && isId(id) ? await requestById(trx, id) : undefined;
	if (!other) return null;
	const { right, status, receivedAt } = other;
	return { right, status, receivedAt, sameAddress: address !== null && address === (await addressOf(trx, other)) };
};

/** Lays a request aside; `duplicateOf` is the id of the one that is answered in its place. */
export const closing =
	(closing: Closing, duplicateOf: string | null) =>
	async (trx: WriteTx, row: RequestRow): Promise<RequestCommand> => ({
		type: 'close',
		closing,
		other: await otherOf(trx, row, duplicateOf),
	});

/** Notes that corrections are contested; a statement is sealed for each of them, beside those on others. */
export const contesting = ({
	items,
	statement,
	...aim
}: Aim & { items: readonly number[]; statement?: string | undefined }): Plan => ({
	aim,
	deed: { type: 'contest', items },
	afterwards: async (trx, { store }, { id, receiptId }) => {
		const { personalId } = (await receiptById(trx, receiptId)) ?? {};
		if (!personalId || !statement) return;
		const own = Object.fromEntries(items.map((item) => [item, statement]));
		await changePersonal(trx, store.vault, personalId, (data) => ({
			...data,
			statements: { ...data.statements, [id]: { ...data.statements?.[id], ...own } },
		}));
	},
});
