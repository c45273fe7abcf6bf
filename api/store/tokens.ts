import { createHash, randomBytes } from 'node:crypto';
import type { Instant } from '../../schema/time.ts';
import type { TokenPurpose, TokenRow } from './tables.ts';
import type { ReadTx, WriteTx } from './transactions.ts';

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');

export type NewToken = Pick<TokenRow, 'purpose' | 'subjectId' | 'expiresAt'>;

/** A fresh token of 32 random bytes in base64url for a link; its row has its hash only, so nobody can read it again. */
export const newToken = (it: NewToken): { token: string; row: TokenRow } => {
	const token = randomBytes(32).toString('base64url');
	return { token, row: { hash: hashOf(token), usedAt: null, ...it } };
};

export const insertTokens = async (trx: WriteTx, rows: readonly TokenRow[]): Promise<void> => {
	if (rows.length > 0) await trx.insertInto('token').values(rows).execute();
};

/** The token's row, used and expired ones too; undefined where no such token was issued for this purpose. */
export const findToken = (tx: ReadTx, token: string, purpose: TokenPurpose): Promise<TokenRow | undefined> =>
	tx
		.selectFrom('token')
		.selectAll()
		.where('hash', '=', hashOf(token))
		.where('purpose', '=', purpose)
		.executeTakeFirst();

/** Ends every token that was issued for a purpose about somebody and has not been used. */
export const endTokens = async (
	trx: WriteTx,
	purpose: TokenPurpose,
	subjectId: string,
	now: Instant,
): Promise<void> => {
	await trx
		.updateTable('token')
		.set({ usedAt: now })
		.where('purpose', '=', purpose)
		.where('subjectId', '=', subjectId)
		.where('usedAt', 'is', null)
		.execute();
};

/** Uses a token up and answers whom it is about; null where it is unknown, for another purpose, used or expired. */
export const useToken = async (
	trx: WriteTx,
	token: string,
	purpose: TokenPurpose,
	now: Instant,
): Promise<string | null> => {
	const row = await trx
		.updateTable('token')
		.set({ usedAt: now })
		.where('hash', '=', hashOf(token))
		.where('purpose', '=', purpose)
		.where('usedAt', 'is', null)
		.where('expiresAt', '>', now)
		.returning('subjectId')
		.executeTakeFirst();
	return row?.subjectId ?? null;
};
