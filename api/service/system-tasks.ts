import { isLeft } from '../../schema/system/task-lifecycle.ts';
import type { TaskStatus } from '../../schema/system/task-vocabulary.ts';
import { decide, type TaskCommand } from '../domain/system-task.ts';
import { requestById } from '../store/requests.ts';
import { listTasks, type TaskCursor, taskById, tasksOfRequest } from '../store/system-tasks.ts';
import type { SystemTaskRow } from '../store/tables.ts';
import type { Environment } from './environment.ts';
import { isId } from './record-id.ts';
import { done, type Result, refused } from './result.ts';
import { loadTask, recordTask } from './system-task-record.ts';

/** What one system has to do for one request. */
export type SystemTask = SystemTaskRow;

export const systemTask = async ({ store }: Pick<Environment, 'store'>, id: string): Promise<SystemTask | null> =>
	isId(id) ? ((await store.read((tx) => taskById(tx, id))) ?? null) : null;

/** Tasks by the date on which they are due, the earliest first. */
export const systemTasks = (
	{ store }: Environment,
	page: { limit: number; after?: TaskCursor | undefined; status?: TaskStatus | undefined; system?: string | undefined },
): Promise<SystemTask[]> => store.read((tx) => listTasks(tx, page));

/** What each system has to do for a request. */
export const tasksFor = ({ store }: Environment, requestId: string): Promise<SystemTask[]> =>
	store.read((tx) => tasksOfRequest(tx, requestId));

/** How many tasks of a request are still to be done. */
export const countTasksLeft = async (environment: Environment, requestId: string): Promise<number> =>
	(await tasksFor(environment, requestId)).filter(({ status }) => isLeft(status)).length;

/** Notes what became of a task: that it was done, or why it could not be. */
export const settleSystemTask = (
	{ store, now }: Pick<Environment, 'store' | 'now'>,
	{ id, expectedRevision }: { id: string; expectedRevision?: number | null | undefined },
	command: Extract<TaskCommand, { type: 'complete' | 'fail' }>,
): Promise<Result<SystemTask>> =>
	store.write(async (trx): Promise<Result<SystemTask>> => {
		const before = isId(id) ? await loadTask(trx, id) : null;
		const request = before && (await requestById(trx, before.state.requestId));
		if (!before || !request) return refused('UNKNOWN_TASK', ['id']);
		if (expectedRevision && expectedRevision !== before.streamVersion) return refused('CONFLICT', ['expectedRevision']);
		const decision = decide(before.state, command, { now, zone: request.zone });
		if (!decision.ok) return decision;
		return done(await recordTask(trx, id, before, decision.events));
	});
