import { StreamConflict } from './errors.ts';
import type { PackageRow } from './tables.ts';
import type { ReadTx, WriteTx } from './transactions.ts';
import type { SealedFile } from './vault.ts';

/** What is known of a package beside its bytes. */
export type PackageFacts = Omit<PackageRow, keyof SealedFile>;

const facts = [
	'id',
	'requestId',
	'status',
	'madeAt',
	'expiresAt',
	'downloads',
	'lastDownloadedAt',
	'endedAt',
	'streamVersion',
] as const satisfies readonly (keyof PackageFacts)[];

export const insertPackage = async (trx: WriteTx, row: PackageFacts, file: SealedFile): Promise<void> => {
	await trx
		.insertInto('package')
		.values({ ...row, ...file })
		.execute();
};

/** Puts a package's facts in place of those that stood at version `expected`; one that has ended keeps neither bytes nor key. */
export const updatePackage = async (trx: WriteTx, row: PackageFacts, expected: number): Promise<void> => {
	const { numUpdatedRows } = await trx
		.updateTable('package')
		.set({ ...row, ...(row.endedAt && { sealed: null, keyWrapped: null, keyId: null }) })
		.where('id', '=', row.id)
		.where('streamVersion', '=', expected)
		.executeTakeFirstOrThrow();
	if (numUpdatedRows !== 1n) throw new StreamConflict(`package is not at version ${expected}`);
};

export const packageById = (tx: ReadTx, id: string): Promise<PackageFacts | undefined> =>
	tx.selectFrom('package').select(facts).where('id', '=', id).executeTakeFirst();

/** The sealed bytes of a package; null where they are destroyed. */
export const sealedPackage = async (tx: ReadTx, id: string): Promise<SealedFile | null> => {
	const row = await tx
		.selectFrom('package')
		.select(['sealed', 'keyWrapped', 'keyId'])
		.where('id', '=', id)
		.executeTakeFirst();
	if (!row?.sealed || !row.keyWrapped || !row.keyId) return null;
	return { sealed: row.sealed, keyWrapped: row.keyWrapped, keyId: row.keyId };
};

/** The packages of some requests, the oldest first. */
export const packagesOf = (tx: ReadTx, requestIds: readonly string[]): Promise<PackageFacts[]> =>
	tx.selectFrom('package').select(facts).where('requestId', 'in', requestIds).orderBy('madeAt').orderBy('id').execute();
