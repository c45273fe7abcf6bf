import { randomUUID } from 'node:crypto';
import { missingOf } from '../../schema/request/lifecycle.ts';
import { isImmediate, type RequestStatus } from '../../schema/request/vocabulary.ts';
import { taskKindOf } from '../../schema/system/duties.ts';
import type { System } from '../../schema/system/system.ts';
import type { Instant } from '../../schema/time.ts';
import type { RequestState } from '../domain/request.ts';
import {
	decide,
	evolve,
	type RequestFacts,
	type TaskEvent,
	type TaskState,
	taskEventOf,
} from '../domain/system-task.ts';
import { seqInStream } from '../store/events.ts';
import { insertTask, tasksOfRequest, updateTask } from '../store/system-tasks.ts';
import type { SystemTaskRow } from '../store/tables.ts';
import type { ReadTx, WriteTx } from '../store/transactions.ts';
import { queueDeliveries } from '../store/webhooks.ts';
import { append, type Loaded, load } from './streams.ts';

const streamOf = (id: string) => ({ kind: 'task', id }) as const;

export const loadTask = (tx: ReadTx, id: string): Promise<Loaded<TaskState> | null> =>
	load<TaskState, TaskEvent>(tx, streamOf(id), evolve);

const tell = async (
	trx: WriteTx,
	{ id, system }: SystemTaskRow,
	version: number,
	{ type, at }: TaskEvent,
): Promise<void> => {
	const told = taskEventOf[type];
	if (!told) return;
	const seq = await seqInStream(trx, streamOf(id), version);
	await queueDeliveries(trx, { seq, type: told, system }, { now: at, newId: () => `msg_${randomUUID()}` });
};

/** Events and row of one decision about a task, and what its system is told, in the transaction it was made in. */
export const recordTask = async (
	trx: WriteTx,
	id: string,
	before: Loaded<TaskState> | null,
	events: readonly TaskEvent[],
): Promise<SystemTaskRow> => {
	const { state, streamVersion } = await append(trx, streamOf(id), before, events, evolve);
	const row = { id, ...state, streamVersion };
	if (before) await updateTask(trx, row, before.streamVersion);
	else await insertTask(trx, row);
	const first = streamVersion - events.length + 1;
	for (const [index, event] of events.entries()) await tell(trx, row, first + index, event);
	return row;
};

/** The ends of a request that was not granted: nothing is done for it any more. */
export const overStatuses: readonly RequestStatus[] = ['REFUSED', 'WITHDRAWN', 'LAPSED', 'CLOSED'];

const factsOf = (request: RequestState): RequestFacts => ({
	dueOn: request.dueOn,
	isReady: isImmediate(request.right) || missingOf(request).length === 0,
	isOver: overStatuses.includes(request.status),
});

const begin = async (
	trx: WriteTx,
	systems: readonly System[],
	requestId: string,
	request: RequestState,
	now: Instant,
): Promise<void> => {
	const { right, zone } = request;
	const there = await tasksOfRequest(trx, requestId);
	for (const system of systems) {
		const kind = taskKindOf(right, system);
		if (!kind || there.some((task) => task.system === system.id && task.kind === kind)) continue;
		const { id, daysBefore } = system;
		const command = { type: 'begin', requestId, right, system: id, kind, daysBefore, of: factsOf(request) } as const;
		const decision = decide(null, command, { now, zone });
		if (decision.ok) await recordTask(trx, randomUUID(), null, decision.events);
	}
};

const follow = async (trx: WriteTx, requestId: string, request: RequestState, now: Instant): Promise<void> => {
	const moment = { now, zone: request.zone };
	for (const { id } of await tasksOfRequest(trx, requestId)) {
		const before = await loadTask(trx, id);
		const decision = decide(before?.state ?? null, { type: 'follow', of: factsOf(request) }, moment);
		if (before && decision.ok && decision.events.length > 0) await recordTask(trx, id, before, decision.events);
	}
};

/**
 * Has the tasks of a request follow what happened to it: they begin, one in each declared system that its right reaches,
 * when work on the request does; then they open, move, end and are resumed with it.
 */
export const followRequest = async (
	trx: WriteTx,
	systems: readonly System[],
	requestId: string,
	{ before, after, now }: { before: RequestState | null; after: RequestState; now: Instant },
): Promise<void> => {
	const hasBegun = after.status === 'IN_PROGRESS' && before?.status !== 'IN_PROGRESS';
	if (before) await follow(trx, requestId, after, now);
	if (hasBegun) await begin(trx, systems, requestId, after, now);
};
