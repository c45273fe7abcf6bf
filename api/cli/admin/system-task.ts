import { correctionFile, type Person } from '../../../schema/system/system.ts';
import type { Connector } from '../../connectors/connector.ts';
import { localIdOf } from '../../graphql/local-id.ts';
import { readSent } from '../../service/personal-access.ts';
import { type SystemTask, systemTask } from '../../service/system-tasks.ts';
import { runSystemTask, type TaskRan } from '../../service/task-run.ts';
import type { Store } from '../../store/open.ts';
import { requestById } from '../../store/requests.ts';
import { tasksLeft } from '../../store/system-tasks.ts';
import { connectorOf, notSearched, print, readGiven, readPerson, type SystemScope } from './system-scope.ts';

const taskLine = ({ id, dueOn, status, system, kind, right }: SystemTask) =>
	[id, `due ${dueOn}`, status, system, kind, right].join('  ');

/** Prints what is left to do, by due date. */
export const listTasksLeft = async ({ store, options }: SystemScope): Promise<void> => {
	const left = await (await store()).read(tasksLeft);
	const tasks = left.filter(({ system }) => system === (options.system ?? system));
	print(options.json, tasks, tasks.length ? tasks.map(taskLine) : ['No task is left.']);
};

const taskNamed = async (store: Store, name: string | undefined): Promise<SystemTask> => {
	if (!name) throw new TypeError('--: name the task by its id; system tasks shows them');
	const task = await systemTask({ store }, localIdOf('SystemTask', name) ?? name);
	if (task) return task;
	throw new TypeError(`--: there is no task ${name}; system tasks shows those that are left`);
};

const reached = async (scope: SystemScope, { system, kind }: SystemTask): Promise<Connector> => {
	const found = scope.systems.find(({ id }) => id === system);
	const connector = found && kind !== 'TELL' ? await connectorOf(found, scope) : null;
	if (connector) return connector;
	throw new TypeError(`--: a connector cannot do the task ${kind} of ${system}; note it as done through the API`);
};

/** By the file, else by the address that the person gave and confirmed; reading that is recorded. */
const personOf = async (scope: SystemScope, store: Store, { requestId }: SystemTask): Promise<Person> => {
	if (scope.options.person) return readPerson(scope);
	const request = await store.read((tx) => requestById(tx, requestId));
	const sent = request && (await readSent({ store, now: scope.now, keyId: null, staff: null }, request.receiptId));
	if (sent?.email) return { email: sent.email };
	throw new TypeError('--person: name a file; what the person sent with the request has been erased');
};

const correctionOf = async ({ options }: SystemScope, { kind, system }: SystemTask) => {
	if (kind !== 'CORRECT') return null;
	const correction = await readGiven(correctionFile, 'correction', options.correction);
	if (correction.system === system) return correction;
	throw new TypeError(`--correction: it is about ${correction.system}; the task is one of ${system}`);
};

const ending = ({ note }: TaskRan, keep: boolean): string => {
	if (note) return `The task is done: ${note}.`;
	return keep
		? 'Done, but the task is not: give points by which every table can be searched.'
		: 'Tried and taken back: nothing was changed. Add --yes to do it.';
};

/** Does one task through the connector of its system. */
export const runTask = async (scope: SystemScope, name: string | undefined): Promise<void> => {
	const { json, yes: keep } = scope.options;
	const store = await scope.store();
	const task = await taskNamed(store, name);
	const system = await reached(scope, task);
	const correction = await correctionOf(scope, task);
	const run = { task, system, person: await personOf(scope, store, task), correction, keep };
	const result = await runSystemTask({ store, now: scope.now }, run);
	if (!result.ok) {
		console.error(result.refusal.message);
		process.exitCode = 1;
		return;
	}
	const { tables, note } = result.value;
	const lines = tables.map(({ table, rows }) =>
		rows === null ? notSearched(system.id, table) : `${system.id}: ${table}: ${rows}`,
	);
	print(json, { task: task.id, system: system.id, tables, note }, lines);
	console.error(ending(result.value, keep));
};
