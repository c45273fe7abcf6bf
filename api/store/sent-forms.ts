import type { Instant } from '../../schema/time.ts';
import type { SentFormRow } from './tables.ts';
import { lockName, type WriteTx } from './transactions.ts';

/** What was sent with a key before, to oneself until the transaction ends; `keyHash` comes from `vault.blindIndex`. */
export const sentFormToOneself = async (trx: WriteTx, keyHash: string): Promise<SentFormRow | undefined> => {
	await lockName(trx, `sent-form/${keyHash}`);
	return trx.selectFrom('sentForm').selectAll().where('keyHash', '=', keyHash).executeTakeFirst();
};

export const insertSentForm = async (trx: WriteTx, row: SentFormRow): Promise<void> => {
	await trx.insertInto('sentForm').values(row).execute();
};

/** Forgets what was sent before an instant. */
export const forgetSentForms = async (trx: WriteTx, before: Instant): Promise<void> => {
	await trx.deleteFrom('sentForm').where('sentAt', '<', before).execute();
};
