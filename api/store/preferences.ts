import type { PreferenceKind } from '../../schema/preference/vocabulary.ts';
import type { PlainDate } from '../../schema/time.ts';
import { StreamConflict } from './errors.ts';
import type { PreferenceRow } from './tables.ts';
import type { ReadTx, WriteTx } from './transactions.ts';

export const preferenceByKey = (tx: ReadTx, kind: PreferenceKind, key: string): Promise<PreferenceRow | undefined> =>
	tx.selectFrom('preference').selectAll().where('kind', '=', kind).where('key', '=', key).executeTakeFirst();

/** Keeps the row of a preference that has none yet; throws StreamConflict where somebody else did so first. */
export const insertPreference = async (trx: WriteTx, row: PreferenceRow): Promise<void> => {
	const { numInsertedOrUpdatedRows } = await trx
		.insertInto('preference')
		.values(row)
		.onConflict((conflict) => conflict.columns(['kind', 'key']).doNothing())
		.executeTakeFirstOrThrow();
	if (numInsertedOrUpdatedRows !== 1n) throw new StreamConflict('this preference was recorded by somebody else');
};

/** Puts a preference's row in place of the one that stood at version `expected`; throws StreamConflict where it stands no more. */
export const updatePreference = async (trx: WriteTx, row: PreferenceRow, expected: number): Promise<void> => {
	const { numUpdatedRows } = await trx
		.updateTable('preference')
		.set(row)
		.where('id', '=', row.id)
		.where('streamVersion', '=', expected)
		.executeTakeFirstOrThrow();
	if (numUpdatedRows !== 1n) throw new StreamConflict(`preference is not at version ${expected}`);
};

/** Notes the day on which a browser's signal was last seen, once a day; false where it is noted already. */
export const noteSignal = async (trx: WriteTx, id: string, on: PlainDate): Promise<boolean> => {
	const { numUpdatedRows } = await trx
		.updateTable('preference')
		.set({ signalLastSeenOn: on })
		.where('id', '=', id)
		.where((eb) => eb.or([eb('signalLastSeenOn', 'is', null), eb('signalLastSeenOn', '<', on)]))
		.executeTakeFirstOrThrow();
	return numUpdatedRows === 1n;
};
