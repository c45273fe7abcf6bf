import type { Store } from '../store/open.ts';
import { changePersonal } from '../store/personal.ts';
import { receiptById } from '../store/receipts.ts';
import type { WriteTx } from '../store/transactions.ts';
import type { PersonalData } from '../store/vault.ts';

/** Seals words of staff with what a person sent; nothing where that was nothing personal, or it has been erased. */
export const keepWords = async (
	trx: WriteTx,
	store: Pick<Store, 'vault'>,
	receiptId: string,
	change: (data: PersonalData) => PersonalData,
): Promise<void> => {
	const { personalId } = (await receiptById(trx, receiptId)) ?? {};
	if (personalId) await changePersonal(trx, store.vault, personalId, change);
};
