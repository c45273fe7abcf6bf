import type { Instant } from '../../schema/time.ts';
import type { SentFormRow } from './tables.ts';
import { lockNames, type WriteTx } from './transactions.ts';

/**
 * What was sent with some keys before, by its key, to oneself until the transaction ends; `keyHashes` come from
 * `vault.blindIndex`.
 */
export const sentFormsToOneself = async (
	trx: WriteTx,
	keyHashes: readonly string[],
): Promise<Map<string, SentFormRow>> => {
	if (keyHashes.length === 0) return new Map();
	await lockNames(
		trx,
		keyHashes.map((keyHash) => `sent-form/${keyHash}`),
	);
	const rows = await trx.selectFrom('sentForm').selectAll().where('keyHash', 'in', keyHashes).execute();
	return new Map(rows.map((row) => [row.keyHash, row]));
};

export const insertSentForms = async (trx: WriteTx, rows: readonly SentFormRow[]): Promise<void> => {
	if (rows.length > 0) await trx.insertInto('sentForm').values(rows).execute();
};

/** Forgets what was sent before an instant. */
export const forgetSentForms = async (trx: WriteTx, before: Instant): Promise<void> => {
	await trx.deleteFrom('sentForm').where('sentAt', '<', before).execute();
};
