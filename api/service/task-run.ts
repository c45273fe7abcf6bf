import type { Correction, Person } from '../../schema/system/system.ts';
import { allowsTask } from '../../schema/system/task-lifecycle.ts';
import type { TaskFailure, TaskNote } from '../../schema/system/task-vocabulary.ts';
import { anyHeld, type Connector, type TableCount } from '../connectors/connector.ts';
import { SystemError } from '../connectors/transaction.ts';
import type { Environment } from './environment.ts';
import { done, type Result, refused } from './result.ts';
import { type SystemTask, settleSystemTask } from './system-tasks.ts';

/** What a connector works with to do one task. */
export interface TaskRun {
	task: SystemTask;
	system: Connector;
	person: Person;
	/** What is to stand where; for a task that corrects. */
	correction: Correction | null;
	/** Whether it is done for good; else it is tried and taken back, and the task stays as it is. */
	keep: boolean;
}

/** What was found or done, and what the task ended with: null where it was only tried, or a table could not be searched. */
export interface TaskRan {
	tables: TableCount[];
	note: TaskNote | null;
}

const work = async ({ task, system, person, correction, keep }: TaskRun): Promise<TaskRan> => {
	const found = await system.find(person);
	if (task.kind === 'FIND') return { tables: found, note: 'FOUND' };
	if (task.kind === 'ERASE')
		return { tables: await system.erase(person, keep), note: system.keeps(found) ? 'KEPT' : 'ERASED' };
	if (!correction) throw new TypeError('a task that corrects needs its correction');
	return { tables: [await system.correct(person, correction, keep)], note: 'CORRECTED' };
};

const noteOf = ({ tables, note }: TaskRan): TaskNote | null => {
	if (tables.some(({ rows }) => rows === null)) return null;
	return note === 'KEPT' || anyHeld(tables) ? note : 'NOTHING_HELD';
};

/** An error of PostgreSQL has a code of five characters; all others are those of the way to it. */
const failureOf = ({ code }: SystemError): TaskFailure => (code?.length === 5 ? 'REFUSED' : 'UNREACHABLE');

const failing = async (environment: Pick<Environment, 'store' | 'now'>, { task, keep }: TaskRun, error: unknown) => {
	if (keep && error instanceof SystemError)
		await settleSystemTask(environment, task, { type: 'fail', reason: failureOf(error) });
	throw error;
};

/**
 * Does a task through the connector of its system, and settles it where all of the system could be searched. What the
 * system refuses is noted as a failure and thrown as SystemError.
 */
export const runSystemTask = async (
	environment: Pick<Environment, 'store' | 'now'>,
	run: TaskRun,
): Promise<Result<TaskRan>> => {
	const { task, keep } = run;
	if (!allowsTask('COMPLETE', task.status))
		return refused(task.status === 'WAITING' ? 'NOT_VERIFIED' : 'ALREADY_ENDED');
	const ran = await work(run).catch((error: unknown) => failing(environment, run, error));
	const note = keep ? noteOf(ran) : null;
	if (!note) return done({ ...ran, note });
	const settled = await settleSystemTask(environment, task, { type: 'complete', note, manner: 'CONNECTOR' });
	return settled.ok ? done({ ...ran, note }) : settled;
};
