import { isLeft } from '../../schema/system/task-lifecycle.ts';
import { type TaskStatus, taskStatuses } from '../../schema/system/task-vocabulary.ts';
import type { PlainDate } from '../../schema/time.ts';
import { StreamConflict } from './errors.ts';
import type { SystemTaskRow } from './tables.ts';
import type { ReadTx, WriteTx } from './transactions.ts';

export const insertTask = async (trx: WriteTx, row: SystemTaskRow): Promise<void> => {
	await trx.insertInto('systemTask').values(row).execute();
};

/** Puts a task's row in place of the one that stood at version `expected`; throws StreamConflict where it stands no more. */
export const updateTask = async (trx: WriteTx, row: SystemTaskRow, expected: number): Promise<void> => {
	const { numUpdatedRows } = await trx
		.updateTable('systemTask')
		.set(row)
		.where('id', '=', row.id)
		.where('streamVersion', '=', expected)
		.executeTakeFirstOrThrow();
	if (numUpdatedRows !== 1n) throw new StreamConflict(`task is not at version ${expected}`);
};

export const taskById = (tx: ReadTx, id: string): Promise<SystemTaskRow | undefined> =>
	tx.selectFrom('systemTask').selectAll().where('id', '=', id).executeTakeFirst();

/** The tasks of a request, by system and kind in alphabetical order. */
export const tasksOfRequest = (tx: ReadTx, requestId: string): Promise<SystemTaskRow[]> =>
	tx
		.selectFrom('systemTask')
		.selectAll()
		.where('requestId', '=', requestId)
		.orderBy('system')
		.orderBy('kind')
		.execute();

/** All that is still to be done, the earliest due first. */
export const tasksLeft = (tx: ReadTx): Promise<SystemTaskRow[]> =>
	tx
		.selectFrom('systemTask')
		.selectAll()
		.where('status', 'in', taskStatuses.filter(isLeft))
		.orderBy('dueOn')
		.orderBy('id')
		.execute();

/** Where a page of tasks begins: after this one. */
export interface TaskCursor {
	dueOn: PlainDate;
	id: string;
}

/** Tasks, the earliest due first. */
export const listTasks = (
	tx: ReadTx,
	page: {
		limit: number;
		after?: TaskCursor | undefined;
		status?: TaskStatus | undefined;
		system?: string | undefined;
	},
): Promise<SystemTaskRow[]> => {
	const { after, status, system } = page;
	let query = tx.selectFrom('systemTask').selectAll();
	if (status) query = query.where('status', '=', status);
	if (system !== undefined) query = query.where('system', '=', system);
	if (after) {
		query = query.where((eb) =>
			eb.or([eb('dueOn', '>', after.dueOn), eb.and([eb('dueOn', '=', after.dueOn), eb('id', '>', after.id)])]),
		);
	}
	return query.orderBy('dueOn').orderBy('id').limit(page.limit).execute();
};
