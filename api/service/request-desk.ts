import type { KeptClock } from '../../schema/regimes/clocks.ts';
import type { ExtensionReason, Outcome, RequestStatus } from '../../schema/request/vocabulary.ts';
import type { PlainDate } from '../../schema/time.ts';
import { decide, type RequestCommand } from '../domain/request.ts';
import { listRequests, type RequestCursor, requestById } from '../store/requests.ts';
import type { RequestRow } from '../store/tables.ts';
import type { WriteTx } from '../store/transactions.ts';
import type { Environment } from './environment.ts';
import { keepWords } from './kept-words.ts';
import { isId } from './record-id.ts';
import { loadRequest, queueLetters, recordRequest } from './request-record.ts';
import { done, type Result, refused } from './result.ts';

/** One right asked for, as the desk sees it. */
export type DeskRequest = RequestRow;

export const requestForDesk = async ({ store }: Environment, id: string): Promise<DeskRequest | null> =>
	isId(id) ? ((await store.read((tx) => requestById(tx, id))) ?? null) : null;

/** Requests by receipt, the earliest first. */
export const requestsForDesk = (
	{ store }: Environment,
	page: { limit: number; after?: RequestCursor | undefined; status?: RequestStatus | undefined },
): Promise<DeskRequest[]> => store.read((tx) => listRequests(tx, page));

/** The time limits that were kept with a request. */
export const clocksOfRequest = async ({ store }: Environment, id: string): Promise<readonly KeptClock[]> =>
	(await store.read((tx) => loadRequest(tx, id)))?.state.clocks ?? [];

/** A request, and the revision of it that must still stand. */
interface Aim {
	id: string;
	expectedRevision?: number | null | undefined;
}

const act = async (
	trx: WriteTx,
	{ now, library }: Environment,
	{ id, expectedRevision }: Aim,
	command: RequestCommand,
): Promise<Result<DeskRequest>> => {
	const row = isId(id) ? await requestById(trx, id) : undefined;
	const before = row && (await loadRequest(trx, id));
	if (!row || !before) return refused('UNKNOWN_REQUEST', ['id']);
	if (expectedRevision && expectedRevision !== row.streamVersion) return refused('CONFLICT', ['expectedRevision']);
	const decision = decide(before.state, command, { now });
	if (!decision.ok) return decision;
	const after = await recordRequest(trx, library.systems, row, before, decision.events);
	await queueLetters(trx, [{ row: after, events: decision.events }], now);
	return done(after);
};

/** Notes that staff has satisfied itself of who asks. */
export const verifyRightsRequest = (environment: Environment, aim: Aim): Promise<Result<DeskRequest>> =>
	environment.store.write((trx) => act(trx, environment, aim, { type: 'verify' }));

/** Puts an answer off; the words go into the letter and are sealed with what the person sent. */
export const extendRightsRequest = async (
	environment: Environment,
	{ dueOn, reason, message, ...aim }: Aim & { dueOn: PlainDate; reason: ExtensionReason; message: string },
): Promise<Result<DeskRequest>> => {
	const result = await environment.store.write(async (trx) => {
		const extended = await act(trx, environment, aim, { type: 'extend', dueOn, reason });
		if (!extended.ok) return extended;
		await keepWords(trx, environment.store, extended.value.receiptId, (data) => ({
			...data,
			extensions: { ...data.extensions, [aim.id]: message },
		}));
		return extended;
	});
	if (result.ok) environment.afterCommit();
	return result;
};

/** Answers a request; the words go into the letter and are sealed with what the person sent. */
export const answerRightsRequest = async (
	environment: Environment,
	{ outcome, message, ...aim }: Aim & { outcome: Outcome; message: string },
): Promise<Result<DeskRequest>> => {
	const result = await environment.store.write(async (trx) => {
		const answered = await act(trx, environment, aim, { type: 'answer', outcome });
		if (!answered.ok) return answered;
		await keepWords(trx, environment.store, answered.value.receiptId, (data) => ({
			...data,
			answers: { ...data.answers, [aim.id]: { outcome, message } },
		}));
		return answered;
	});
	if (result.ok) environment.afterCommit();
	return result;
};
