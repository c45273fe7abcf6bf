import { decidedColumns } from '../../schema/request/decision.ts';
import type { System } from '../../schema/system/system.ts';
import type { Instant } from '../../schema/time.ts';
import { letterFor } from '../domain/letters.ts';
import { nextDeadline, type RequestEvent, type RequestState } from '../domain/request.ts';
import { evolve } from '../domain/request-evolve.ts';
import type { Additions } from '../store/additions.ts';
import { eventRows } from '../store/events.ts';
import { type QueuedLetter, queueLetter } from '../store/outbox.ts';
import { updateRequest } from '../store/requests.ts';
import type { RequestRow } from '../store/tables.ts';
import { setTimer } from '../store/timers.ts';
import type { ReadTx, WriteTx } from '../store/transactions.ts';
import { endPackagesOf } from './package-record.ts';
import { lookAfterEnd } from './retention.ts';
import { append, begin, type Loaded, load } from './streams.ts';
import { followRequest, overStatuses } from './system-task-record.ts';

const streamOf = (id: string) => ({ kind: 'request', id }) as const;

export const loadRequest = (tx: ReadTx, id: string): Promise<Loaded<RequestState> | null> =>
	load<RequestState, RequestEvent>(tx, streamOf(id), evolve);

/** What a request's row says that its events do not. */
export type RequestFacts = Pick<RequestRow, 'id' | 'population'>;

const rowOf = ({ id, population }: RequestFacts, { state, streamVersion }: Loaded<RequestState>): RequestRow => {
	const {
		submission,
		hasAddress,
		byPost,
		accessLimit,
		clocks,
		rules,
		proofs,
		fee,
		ground,
		denials,
		contested,
		...facts
	} = state;
	return {
		id,
		population,
		...facts,
		receiptId: submission,
		hasAddress: hasAddress ? 1 : 0,
		byPost: byPost ? 1 : 0,
		accessLimitCount: accessLimit?.count ?? null,
		accessLimitMonths: accessLimit?.months ?? null,
		...decidedColumns({ proofs, fee, denials, contested }),
		ground: ground?.key ?? null,
		groundCite: ground?.cite ?? null,
		streamVersion,
	};
};

/** A new request, and what it adds: events, row and timer. Its tasks are not among them. */
export const newRequest = (
	facts: RequestFacts,
	events: readonly RequestEvent[],
): { row: RequestRow; state: RequestState; additions: Additions } => {
	const begun = begin(events, evolve);
	const row = rowOf(facts, begun);
	const dueAt = nextDeadline(begun.state);
	return {
		row,
		state: begun.state,
		additions: {
			event: eventRows(streamOf(facts.id), 0, events),
			request: [row],
			timer: dueAt ? [{ kind: 'request', streamId: facts.id, dueAt }] : [],
		},
	};
};

/**
 * Events, row, timer and tasks of one decision on a request, in the transaction it was made in; its letters are queued with
 * `queueLetters`. `systems` are those that the content declares.
 */
export const recordRequest = async (
	trx: WriteTx,
	systems: readonly System[],
	facts: RequestFacts,
	before: Loaded<RequestState>,
	events: readonly RequestEvent[],
): Promise<RequestRow> => {
	const after = await append(trx, streamOf(facts.id), before, events, evolve);
	const row = rowOf(facts, after);
	await updateRequest(trx, row, before.streamVersion);
	await setTimer(trx, 'request', facts.id, nextDeadline(after.state));
	const [last] = events.toReversed();
	if (last) await followRequest(trx, systems, row.id, { before: before.state, after: after.state, now: last.at });
	if (last && overStatuses.includes(row.status)) await endPackagesOf(trx, [row.id], 'revoke', last.at);
	if (row.endedAt) await lookAfterEnd(trx, row.receiptId, row.endedAt);
	return row;
};

/** What happened to one request of a submission. */
export interface Happened {
	row: RequestRow;
	events: readonly RequestEvent[];
}

/** One letter of each kind for all that happened to a submission at once; none where it gave no address. */
export const lettersOf = (happened: readonly Happened[], now: Instant, dueAt: Instant): QueuedLetter[] => {
	const byKind = Map.groupBy(
		happened.filter(({ row }) => row.hasAddress).flatMap(({ row, events }) => events.map((event) => ({ row, event }))),
		({ event }) => letterFor[event.type],
	);
	return [...byKind].flatMap(([kind, of]) => {
		const subjectId = of[0]?.row.receiptId;
		if (kind === null || subjectId === undefined) return [];
		const requestIds = [...new Set(of.map(({ row }) => row.id))];
		const messageId = of.map(({ event }) => event).find((event) => event.type === 'requestWritten')?.messageId;
		const channel = of[0]?.row.byPost ? 'POST' : 'MAIL';
		return [
			{
				kind,
				subjectKind: 'receipt',
				subjectId,
				extra: { requestIds, ...(messageId && { messageId }) },
				channel,
				now,
				dueAt,
			},
		];
	});
};

/** Queues the letters on what happened to a submission, to leave at once. */
export const queueLetters = async (trx: WriteTx, happened: readonly Happened[], now: Instant): Promise<void> => {
	for (const letter of lettersOf(happened, now, now)) await queueLetter(trx, letter);
};
