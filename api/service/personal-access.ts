import type { Instant } from '../../schema/time.ts';
import { appendEvents, readStream } from '../store/events.ts';
import { readPersonal } from '../store/personal.ts';
import { receiptById } from '../store/receipts.ts';
import type { PersonalData } from '../store/vault.ts';
import type { Environment } from './environment.ts';
import type { SignedIn } from './sessions.ts';

/** What a person sent. */
export type Sent = PersonalData;

/** A tool, by its key, or somebody of staff. */
export interface Reader {
	keyId: string | null;
	staff: Pick<SignedIn, 'staffId'> | null;
}

/** It names who read by an id. */
interface PersonalRead {
	type: 'personalRead';
	at: Instant;
	keyId: string | null;
	staffId: string | null;
}

/**
 * What a person sent with a submission; null where that was nothing personal, or it has been erased. Who read it, and
 * when, is recorded before it is given out.
 */
export const readSent = (
	{ store, now, keyId, staff }: Pick<Environment, 'store' | 'now'> & Reader,
	receiptId: string,
): Promise<Sent | null> =>
	store.write(async (trx) => {
		const { personalId } = (await receiptById(trx, receiptId)) ?? {};
		if (!personalId) return null;
		const stream = { kind: 'access', id: personalId } as const;
		const before = await readStream(trx, stream);
		const event: PersonalRead = { type: 'personalRead', at: now, keyId, staffId: staff?.staffId ?? null };
		await appendEvents(trx, stream, before.length, [event]);
		return readPersonal(trx, store.vault, personalId);
	});
