import type { ReadTx, WriteTx } from './transactions.ts';

/** A fact about the store itself. */
export const readSetting = async (tx: ReadTx, name: string): Promise<string | null> => {
	const row = await tx.selectFrom('setting').select('value').where('name', '=', name).executeTakeFirst();
	return row?.value ?? null;
};

export const writeSetting = async (trx: WriteTx, name: string, value: string): Promise<void> => {
	await trx
		.insertInto('setting')
		.values({ name, value })
		.onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
		.execute();
};
