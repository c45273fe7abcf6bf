import type { Instant } from '../../schema/time.ts';
import { readPersonal } from '../store/personal.ts';
import { receiptById } from '../store/receipts.ts';
import type { WriteTx } from '../store/transactions.ts';
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

/** Records who is about to read a personal record. */
export const recordReading = (
	trx: WriteTx,
	personalId: string,
	{ now, ...actor }: Pick<Environment, 'now'> & Actor,
): Promise<void> => {
	const event: PersonalRead = { type: 'personalRead', at: now, ...byOf(actor) };
	return recordDeed(trx, { kind: 'access', id: personalId }, event);
};

/** Records who is about to read something of a submission that speaks of its person, and answers whose record that is. */
export const countReading = ({ store, ...reader }: Reading, receiptId: string): Promise<string | null> =>
	store.write(async (trx) => {
		const { personalId } = (await receiptById(trx, receiptId)) ?? {};
		if (!personalId) return null;
		await recordReading(trx, personalId, reader);
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
