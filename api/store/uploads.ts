import type { ReadTx, WriteTx } from './transactions.ts';

/** Keeps the sealed bytes of a file that came with a message about a request. */
export const insertUpload = async (
	trx: WriteTx,
	row: { id: string; requestId: string; sealed: Buffer },
): Promise<void> => {
	await trx.insertInto('upload').values(row).execute();
};

/** The sealed bytes of a file; null where there is none, or it is destroyed. */
export const uploadById = async (tx: ReadTx, id: string): Promise<Buffer | null> =>
	(await tx.selectFrom('upload').select('sealed').where('id', '=', id).executeTakeFirst())?.sealed ?? null;

/** Destroys all files of some requests. */
export const deleteUploadsOf = async (trx: WriteTx, requestIds: readonly string[]): Promise<void> => {
	if (requestIds.length > 0) await trx.deleteFrom('upload').where('requestId', 'in', requestIds).execute();
};
