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

type Reading = Pick<Environment, 'store' | 'now'> & Actor;

/** Records who is about to read something of a submission that speaks of its person, and answers whose record that is. */
export const countReading = ({ store, now, ...actor }: Reading, receiptId: string): Promise<string | null> =>
	store.write(async (trx) => {
		const { personalId } = (await receiptById(trx, receiptId)) ?? {};
		if (!personalId) return null;
		const event: PersonalRead = { type: 'personalRead', at: now, ...byOf(actor) };
		await recordDeed(trx, { kind: 'access', id: personalId }, event);
		return personalId;
	});

/**
 * What a person sent with a submission; null where that was nothing personal, or it has been erased. Who read it, and
 * when, is recorded before it is given out.
 */
export const readSent = async (reading: Reading, receiptId: string): Promise<Sent | null> => {
	const { store } = reading;
	const personalId = await countReading(reading, receiptId);
	return personalId ? store.read((tx) => readPersonal(tx, store.vault, personalId)) : null;
};
