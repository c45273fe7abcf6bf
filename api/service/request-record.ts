import type { System } from '../../schema/system/system.ts';
import type { Instant } from '../../schema/time.ts';
import { letterFor } from '../domain/letters.ts';
import { evolve, nextDeadline, type RequestEvent, type RequestState } from '../domain/request.ts';
import { queueLetter } from '../store/outbox.ts';
import { insertRequest, updateRequest } from '../store/requests.ts';
import type { RequestRow } from '../store/tables.ts';
import { setTimer } from '../store/timers.ts';
import type { ReadTx, WriteTx } from '../store/transactions.ts';
import { lookAfterEnd } from './retention.ts';
import { append, type Loaded, load } from './streams.ts';
import { followRequest } from './system-task-record.ts';

const streamOf = (id: string) => ({ kind: 'request', id }) as const;

export const loadRequest = (tx: ReadTx, id: string): Promise<Loaded<RequestState> | null> =>
	load<RequestState, RequestEvent>(tx, streamOf(id), evolve);

/** What a request's row says that its events do not. */
export type RequestFacts = Pick<RequestRow, 'id' | 'population'>;

const rowOf = ({ id, population }: RequestFacts, { state, streamVersion }: Loaded<RequestState>): RequestRow => {
	const { submission, hasAddress, accessLimit, clocks, ...facts } = state;
	return {
		id,
		population,
		...facts,
		receiptId: submission,
		hasAddress: hasAddress ? 1 : 0,
		accessLimitCount: accessLimit?.count ?? null,
		accessLimitMonths: accessLimit?.months ?? null,
		streamVersion,
	};
};

/**
 * Events, row, timer and tasks of one decision, in the transaction it was made in; its letters are queued with
 * `queueLetters`. `systems` are those that the content declares.
 */
export const recordRequest = async (
	trx: WriteTx,
	systems: readonly System[],
	facts: RequestFacts,
	before: Loaded<RequestState> | null,
	events: readonly RequestEvent[],
): Promise<RequestRow> => {
	const after = await append(trx, streamOf(facts.id), before, events, evolve);
	const row = rowOf(facts, after);
	if (before) await updateRequest(trx, row, before.streamVersion);
	else await insertRequest(trx, row);
	await setTimer(trx, 'request', facts.id, nextDeadline(after.state));
	const [last] = events.toReversed();
	if (last)
		await followRequest(trx, systems, row.id, { before: before?.state ?? null, after: after.state, now: last.at });
	if (row.endedAt) await lookAfterEnd(trx, row.receiptId, row.endedAt);
	return row;
};

/** What happened to one request of a submission. */
export interface Happened {
	row: RequestRow;
	events: readonly RequestEvent[];
}

/** One letter of each kind for all that happened to a submission at once; none where it gave no address. */
export const queueLetters = async (
	trx: WriteTx,
	happened: readonly Happened[],
	now: Instant,
	/** When they leave; at once where absent. */
	dueAt: Instant = now,
): Promise<void> => {
	const byKind = Map.groupBy(
		happened.filter(({ row }) => row.hasAddress).flatMap(({ row, events }) => events.map((event) => ({ row, event }))),
		({ event }) => letterFor[event.type],
	);
	for (const [kind, of] of byKind) {
		const receiptId = of[0]?.row.receiptId;
		if (kind === null || receiptId === undefined) continue;
		const requestIds = [...new Set(of.map(({ row }) => row.id))];
		await queueLetter(trx, { kind, subjectKind: 'receipt', subjectId: receiptId, extra: { requestIds }, now, dueAt });
	}
};
