import type { AddresseeRow } from './tables.ts';
import type { ReadTx, WriteTx } from './transactions.ts';

interface Of {
	notice: string;
	version: string;
}

/** Whether an address is to be told of a version already. */
export const isAddressee = async (tx: ReadTx, { notice, version }: Of, emailIndex: string): Promise<boolean> => {
	const row = await tx
		.selectFrom('addressee')
		.select('id')
		.where('notice', '=', notice)
		.where('version', '=', version)
		.where('emailIndex', '=', emailIndex)
		.executeTakeFirst();
	return row !== undefined;
};

export const insertAddressee = async (trx: WriteTx, row: AddresseeRow): Promise<void> => {
	await trx.insertInto('addressee').values(row).execute();
};

export const addresseeById = (tx: ReadTx, id: string): Promise<AddresseeRow | undefined> =>
	tx.selectFrom('addressee').selectAll().where('id', '=', id).executeTakeFirst();

/** Addressees of a version after an id, in order: those told already, or those not yet told. */
export const addresseesOf = (
	tx: ReadTx,
	{ notice, version, told, after, limit }: Of & { told: boolean; after: string; limit: number },
): Promise<AddresseeRow[]> =>
	tx
		.selectFrom('addressee')
		.selectAll()
		.where('notice', '=', notice)
		.where('version', '=', version)
		.where('toldAt', told ? 'is not' : 'is', null)
		.where('id', '>', after)
		.orderBy('id')
		.limit(limit)
		.execute();

export const noteAddresseeTold = async (trx: WriteTx, id: string, now: AddresseeRow['toldAt']): Promise<void> => {
	await trx.updateTable('addressee').set({ toldAt: now }).where('id', '=', id).execute();
};

export const deleteAddressees = async (trx: WriteTx, ids: readonly string[]): Promise<void> => {
	await trx.deleteFrom('addressee').where('id', 'in', ids).execute();
};

/** Some addressees of a version, told or not. */
export const anyAddressees = (tx: ReadTx, { notice, version }: Of, limit: number): Promise<AddresseeRow[]> =>
	tx
		.selectFrom('addressee')
		.selectAll()
		.where('notice', '=', notice)
		.where('version', '=', version)
		.orderBy('id')
		.limit(limit)
		.execute();
