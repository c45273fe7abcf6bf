import { randomUUID } from 'node:crypto';
import type { ReceiptCode } from '../../schema/receipt.ts';
import type { Instant } from '../../schema/time.ts';
import { holdById, insertHold, liftHold } from '../store/legal-holds.ts';
import { receiptByCodeHash } from '../store/receipts.ts';
import type { Environment } from './environment.ts';
import { lookAtRetention, recordRetention } from './retention.ts';

type Holding = Pick<Environment, 'store' | 'now'>;

export interface HoldAsked {
	code: ReceiptCode;
	reason: string;
	/** Who of staff. */
	placedBy: string;
	endsAt: Instant;
}

/** Forbids until an instant to destroy what was sent with a receipt; answers the hold's id, or null where there is no such receipt. */
export const placeLegalHold = ({ store, now }: Holding, { code, ...hold }: HoldAsked): Promise<string | null> =>
	store.write(async (trx) => {
		const receipt = await receiptByCodeHash(trx, store.vault.codeHash(code));
		if (!receipt) return null;
		const id = randomUUID();
		await insertHold(trx, { id, receiptId: receipt.id, ...hold, placedAt: now, liftedAt: null });
		await recordRetention(trx, receipt.id, 'holdPlaced', now);
		return id;
	});

/** Ends a hold; what is due then is destroyed with the next round of the clock. False where no such hold is live. */
export const liftLegalHold = ({ store, now }: Holding, id: string): Promise<boolean> =>
	store.write(async (trx) => {
		const hold = await holdById(trx, id);
		if (!hold || hold.liftedAt || hold.endsAt <= now) return false;
		await liftHold(trx, id, now);
		await recordRetention(trx, hold.receiptId, 'holdLifted', now);
		await lookAtRetention(trx, hold.receiptId, now);
		return true;
	});
