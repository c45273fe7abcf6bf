import type { Instant } from '../../schema/time.ts';
import type { LegalHoldRow } from './tables.ts';
import type { ReadTx, WriteTx } from './transactions.ts';

export const insertHold = async (trx: WriteTx, row: LegalHoldRow): Promise<void> => {
	await trx.insertInto('legalHold').values(row).execute();
};

export const holdById = (tx: ReadTx, id: string): Promise<LegalHoldRow | undefined> =>
	tx.selectFrom('legalHold').selectAll().where('id', '=', id).executeTakeFirst();

/** Every hold, the latest first. */
export const listHolds = (tx: ReadTx): Promise<LegalHoldRow[]> =>
	tx.selectFrom('legalHold').selectAll().orderBy('placedAt', 'desc').orderBy('id').execute();

/** The instant at which the last hold on a receipt ends that is live; null where none is. */
export const heldUntil = async (tx: ReadTx, receiptId: string, now: Instant): Promise<Instant | null> => {
	const row = await tx
		.selectFrom('legalHold')
		.select((eb) => eb.fn.max('endsAt').as('endsAt'))
		.where('receiptId', '=', receiptId)
		.where('liftedAt', 'is', null)
		.where('endsAt', '>', now)
		.executeTakeFirst();
	return row?.endsAt ?? null;
};

export const liftHold = async (trx: WriteTx, id: string, liftedAt: Instant): Promise<void> => {
	await trx.updateTable('legalHold').set({ liftedAt }).where('id', '=', id).execute();
};
