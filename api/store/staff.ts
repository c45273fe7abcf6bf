import type { Role } from '../../schema/access/access.ts';
import type { Instant } from '../../schema/time.ts';
import { erase } from './personal.ts';
import type { StaffRow } from './tables.ts';
import type { ReadTx, WriteTx } from './transactions.ts';
import type { Vault } from './vault.ts';

export const insertStaff = async (trx: WriteTx, row: Omit<StaffRow, 'removedAt'>): Promise<void> => {
	await trx
		.insertInto('staff')
		.values({ ...row, removedAt: null })
		.execute();
};

/** Everybody of staff, those who were removed too, in the order in which they came. */
export const listStaff = (tx: ReadTx): Promise<StaffRow[]> =>
	tx.selectFrom('staff').selectAll().orderBy('addedAt').orderBy('id').execute();

/** The person of an id, removed or not. */
export const anyStaffById = (tx: ReadTx, id: string): Promise<StaffRow | undefined> =>
	tx.selectFrom('staff').selectAll().where('id', '=', id).executeTakeFirst();

/** The person of an id, unless they were removed. */
export const staffById = (tx: ReadTx, id: string): Promise<StaffRow | undefined> =>
	tx.selectFrom('staff').selectAll().where('id', '=', id).where('removedAt', 'is', null).executeTakeFirst();

/** What a sign-in by a mailed link finds a person by. */
export const addressKey = (vault: Vault, email: string): string =>
	vault.blindIndex('staff/address', vault.emailIndex(email));

/** The person whom a sign-in finds by this key. */
export const staffByKey = (tx: ReadTx, keyIndex: string): Promise<StaffRow | undefined> =>
	tx.selectFrom('staff').selectAll().where('keyIndex', '=', keyIndex).executeTakeFirst();

/** How many officers there are beside a person. */
export const officersBeside = async (tx: ReadTx, id: string): Promise<number> => {
	const { count } = await tx
		.selectFrom('staff')
		.select((eb) => eb.fn.countAll<number>().as('count'))
		.where('role', '=', 'OFFICER')
		.where('removedAt', 'is', null)
		.where('id', '!=', id)
		.executeTakeFirstOrThrow();
	return count;
};

/** When a person last signed in; null where they never did. */
export const lastSignIn = async (tx: ReadTx, id: string): Promise<Instant | null> => {
	const row = await tx
		.selectFrom('event')
		.select('at')
		.where('streamKind', '=', 'staff')
		.where('streamId', '=', id)
		.where('type', '=', 'staffSignedIn')
		.orderBy('streamVersion', 'desc')
		.limit(1)
		.executeTakeFirst();
	return row?.at ?? null;
};

export const setRole = async (trx: WriteTx, id: string, role: Role): Promise<void> => {
	await trx.updateTable('staff').set({ role }).where('id', '=', id).execute();
};

/** Takes a person off the list and destroys their name and address; the caller then has `store.scrub()` run. */
export const eraseStaff = async (trx: WriteTx, { id, personalId }: StaffRow, now: Instant): Promise<void> => {
	await trx.updateTable('staff').set({ keyIndex: null, removedAt: now }).where('id', '=', id).execute();
	await erase(trx, personalId, now);
};
