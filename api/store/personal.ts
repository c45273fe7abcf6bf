import type { Instant } from '../../schema/time.ts';
import { StreamConflict } from './errors.ts';
import type { PersonalRow } from './tables.ts';
import type { ReadTx, WriteTx } from './transactions.ts';
import type { PersonalData, SealedRow, Vault } from './vault.ts';

type Sealable = Pick<PersonalRow, keyof SealedRow>;

const sealedRow = (row: Sealable | undefined): SealedRow | null => {
	if (!row?.sealed || !row.keyWrapped || !row.keyId) return null;
	return { id: row.id, version: row.version, sealed: row.sealed, keyWrapped: row.keyWrapped, keyId: row.keyId };
};

const rowOf = (tx: ReadTx, id: string) => tx.selectFrom('personal').selectAll().where('id', '=', id).executeTakeFirst();

export interface NewPersonal {
	id: string;
	data: PersonalData;
	now: Instant;
}

/** The row of what a person gave: sealed, and findable by their address where they gave one. */
export const personalRow = (vault: Vault, { id, data, now }: NewPersonal): PersonalRow => {
	const emailIndex = data.email === undefined ? null : vault.emailIndex(data.email);
	return { ...vault.sealNew(id, data), emailIndex, createdAt: now, erasedAt: null };
};

/** Seals and keeps what a person gave, findable by their address where they gave one. */
export const insertPersonal = async (trx: WriteTx, vault: Vault, it: NewPersonal): Promise<void> => {
	await trx.insertInto('personal').values(personalRow(vault, it)).execute();
};

/** What the person of a record gave, or null where it has been erased. */
export const openPersonal = (vault: Vault, row: Sealable | undefined): PersonalData | null => {
	const sealed = sealedRow(row);
	return sealed && vault.open(sealed);
};

/** What a person gave, or null where there is no such record or it has been erased. */
export const readPersonal = async (tx: ReadTx, vault: Vault, id: string): Promise<PersonalData | null> =>
	openPersonal(vault, await rowOf(tx, id));

/** The row under whose key what a person sends is sealed, or null where there is none, or it has been erased. */
export const sealedPersonal = async (tx: ReadTx, id: string): Promise<SealedRow | null> =>
	sealedRow(await rowOf(tx, id));

/** The address index of a record, or null where it has none. */
export const emailIndexOf = async (tx: ReadTx, id: string): Promise<string | null> =>
	(await rowOf(tx, id))?.emailIndex ?? null;

/** Seals changed data in place of the old; false where there is nothing to change any more. */
export const changePersonal = async (
	trx: WriteTx,
	vault: Vault,
	id: string,
	change: (data: PersonalData) => PersonalData,
): Promise<boolean> => {
	const row = sealedRow(await rowOf(trx, id));
	if (!row) return false;
	const data = change(vault.open(row));
	const { version, sealed } = vault.sealAgain(row, data);
	const { numUpdatedRows } = await trx
		.updateTable('personal')
		.set({ version, sealed, emailIndex: data.email === undefined ? null : vault.emailIndex(data.email) })
		.where('id', '=', id)
		.where('version', '=', row.version)
		.executeTakeFirstOrThrow();
	if (numUpdatedRows !== 1n) throw new StreamConflict(`personal record is not at version ${row.version}`);
	return true;
};

/** The ids of all records of an address. */
export const personalIdsByEmail = async (tx: ReadTx, emailIndex: string): Promise<string[]> => {
	const rows = await tx
		.selectFrom('personal')
		.select('id')
		.where('emailIndex', '=', emailIndex)
		.orderBy('id')
		.execute();
	return rows.map(({ id }) => id);
};

/**
 * Destroys the key under which a person's data was sealed, and all that `kept` leaves out; the rest is sealed again under
 * a key of its own. The caller then scrubs as after `erase`.
 */
export const narrowPersonal = async (
	trx: WriteTx,
	vault: Vault,
	id: string,
	kept: (data: PersonalData) => PersonalData,
): Promise<void> => {
	const row = sealedRow(await rowOf(trx, id));
	if (!row) return;
	const data = kept(vault.open(row));
	const { version, ...sealed } = vault.sealNew(id, data, row.version + 1);
	const { numUpdatedRows } = await trx
		.updateTable('personal')
		.set({ ...sealed, version, emailIndex: data.email === undefined ? null : vault.emailIndex(data.email) })
		.where('id', '=', id)
		.where('version', '=', row.version)
		.executeTakeFirstOrThrow();
	if (numUpdatedRows !== 1n) throw new StreamConflict(`personal record is not at version ${row.version}`);
};

/**
 * Destroys a person's key, data and address index. The caller then has `store.scrub()` take them out of the
 * write-ahead log too.
 */
export const erase = async (trx: WriteTx, id: string, now: Instant): Promise<boolean> => {
	const { numUpdatedRows } = await trx
		.updateTable('personal')
		.set({ emailIndex: null, sealed: null, keyWrapped: null, keyId: null, erasedAt: now })
		.where('id', '=', id)
		.where('erasedAt', 'is', null)
		.executeTakeFirstOrThrow();
	return numUpdatedRows === 1n;
};
