import type { Instant } from '../../schema/time.ts';
import type { ApiKeyRow } from './tables.ts';
import type { ReadTx, WriteTx } from './transactions.ts';

/** An API key as it is listed; the key itself was shown once, when it was made. */
export type StoredApiKey = Omit<ApiKeyRow, 'hash' | 'scopes'> & { scopes: string[] };

const withoutHash = ({ hash: _, scopes, ...row }: ApiKeyRow): StoredApiKey => ({ ...row, scopes: JSON.parse(scopes) });

export interface NewApiKey {
	id: string;
	name: string;
	prefix: string;
	hash: string;
	scopes: readonly string[];
	createdAt: Instant;
	expiresAt: Instant;
}

export const insertApiKey = async (trx: WriteTx, key: NewApiKey): Promise<void> => {
	await trx
		.insertInto('apiKey')
		.values({ ...key, scopes: JSON.stringify(key.scopes) })
		.execute();
};

export const listApiKeys = async (tx: ReadTx): Promise<StoredApiKey[]> =>
	(await tx.selectFrom('apiKey').selectAll().orderBy('createdAt').orderBy('id').execute()).map(withoutHash);

/** The key with this hash that is neither expired nor revoked. */
export const liveApiKey = async (tx: ReadTx, hash: string, now: Instant): Promise<StoredApiKey | null> => {
	const row = await tx
		.selectFrom('apiKey')
		.selectAll()
		.where('hash', '=', hash)
		.where('expiresAt', '>', now)
		.where('revokedAt', 'is', null)
		.executeTakeFirst();
	return row ? withoutHash(row) : null;
};

export const touchApiKey = async (trx: WriteTx, id: string, now: Instant): Promise<void> => {
	await trx.updateTable('apiKey').set({ lastUsedAt: now }).where('id', '=', id).execute();
};

export const apiKeyById = async (tx: ReadTx, id: string): Promise<StoredApiKey | null> => {
	const row = await tx.selectFrom('apiKey').selectAll().where('id', '=', id).executeTakeFirst();
	return row ? withoutHash(row) : null;
};

/** Revokes a key by its id or prefix, and answers its id; null where there is none to revoke. */
export const revokeApiKey = async (trx: WriteTx, idOrPrefix: string, now: Instant): Promise<string | null> => {
	const row = await trx
		.updateTable('apiKey')
		.set({ revokedAt: now })
		.where((eb) => eb.or([eb('id', '=', idOrPrefix), eb('prefix', '=', idOrPrefix)]))
		.where('revokedAt', 'is', null)
		.returning('id')
		.executeTakeFirst();
	return row?.id ?? null;
};
