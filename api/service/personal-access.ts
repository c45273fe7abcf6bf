import type { Instant } from '../../schema/time.ts';
import { readPersonal } from '../store/personal.ts';
import { receiptById } from '../store/receipts.ts';
import type { PersonalData } from '../store/vault.ts';
import { type Actor, type By, byOf, recordDeed } from './actor.ts';
import type { Environment } from './environment.ts';

/** What a person sent. */
export type Sent = PersonalData;

interface PersonalRead extends By {
	type: 'personalRead';
	at: Instant;
}

/**
 * What a person sent with a submission; null where that was nothing personal, or it has been erased. Who read it, and
 * when, is recorded before it is given out.
 */
export const readSent = (
	{ store, now, ...actor }: Pick<Environment, 'store' | 'now'> & Actor,
	receiptId: string,
): Promise<Sent | null> =>
	store.write(async (trx) => {
		const { personalId } = (await receiptById(trx, receiptId)) ?? {};
		if (!personalId) return null;
		const event: PersonalRead = { type: 'personalRead', at: now, ...byOf(actor) };
		await recordDeed(trx, { kind: 'access', id: personalId }, event);
		return readPersonal(trx, store.vault, personalId);
	});
