import type { Instant } from '../../schema/time.ts';
import type { SignInRow } from './tables.ts';
import type { ReadTx, WriteTx } from './transactions.ts';

export const insertSignIn = async (trx: WriteTx, row: Omit<SignInRow, 'staffId'>): Promise<void> => {
	await trx
		.insertInto('signIn')
		.values({ ...row, staffId: null })
		.execute();
};

export const signInById = (tx: ReadTx, id: string): Promise<SignInRow | undefined> =>
	tx.selectFrom('signIn').selectAll().where('id', '=', id).executeTakeFirst();

/** Notes whose link it is. */
export const setSignInStaff = async (trx: WriteTx, id: string, staffId: string): Promise<void> => {
	await trx.updateTable('signIn').set({ staffId }).where('id', '=', id).execute();
};

/** Forgets links that cannot be followed any more. */
export const forgetSignIns = async (trx: WriteTx, now: Instant): Promise<void> => {
	await trx.deleteFrom('signIn').where('expiresAt', '<=', now).execute();
};
