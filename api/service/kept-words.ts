import type { LetterKind } from '../../schema/letters.ts';
import type { Store } from '../store/open.ts';
import { changePersonal } from '../store/personal.ts';
import { receiptById } from '../store/receipts.ts';
import type { WriteTx } from '../store/transactions.ts';

/**
 * Seals words of staff, by the letter they are for, with what a person sent about one request or objection; nothing where that
 * was nothing personal, or it has been erased.
 */
export const keepWords = async (
	trx: WriteTx,
	store: Pick<Store, 'vault'>,
	receiptId: string,
	id: string,
	said: Partial<Record<LetterKind, string>>,
): Promise<void> => {
	const { personalId } = (await receiptById(trx, receiptId)) ?? {};
	if (!personalId) return;
	await changePersonal(trx, store.vault, personalId, (data) => ({
		...data,
		said: { ...data.said, [id]: { ...data.said?.[id], ...said } },
	}));
};
