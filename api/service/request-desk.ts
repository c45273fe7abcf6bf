import type { Outcome, RequestStatus } from '../../schema/request/vocabulary.ts';
import { decide, type RequestCommand } from '../domain/request.ts';
import { changePersonal } from '../store/personal.ts';
import { receiptById } from '../store/receipts.ts';
import { listRequests, type RequestCursor, requestById } from '../store/requests.ts';
import type { RequestRow } from '../store/tables.ts';
import type { WriteTx } from '../store/transactions.ts';
import type { Environment } from './environment.ts';
import { loadRequest, queueLetters, recordRequest } from './request-record.ts';
import { done, type Result, refused } from './result.ts';

/** One right asked for, as the desk sees it. */
export type DeskRequest = RequestRow;

// What callers send in place of an id may be text that no database takes.
const isId = (text: string) => /^[0-9a-f-]{36}$/.test(text);

export const requestForDesk = async ({ store }: Environment, id: string): Promise<DeskRequest | null> =>
	isId(id) ? ((await store.read((tx) => requestById(tx, id))) ?? null) : null;

/** Requests by receipt, the earliest first. */
export const requestsForDesk = (
	{ store }: Environment,
	page: { limit: number; after?: RequestCursor | undefined; status?: RequestStatus | undefined },
): Promise<DeskRequest[]> => store.read((tx) => listRequests(tx, page));

const act = async (
	trx: WriteTx,
	{ now }: Environment,
	id: string,
	command: RequestCommand,
): Promise<Result<DeskRequest>> => {
	const row = isId(id) ? await requestById(trx, id) : undefined;
	const before = row && (await loadRequest(trx, id));
	if (!row || !before) return refused('UNKNOWN_REQUEST', ['id']);
	const decision = decide(before.state, command, { now });
	if (!decision.ok) return decision;
	const after = await recordRequest(trx, row, before, decision.events);
	await queueLetters(trx, [{ row: after, events: decision.events }], now);
	return done(after);
};

/** Notes that staff has satisfied itself of who asks. */
export const verifyRightsRequest = (environment: Environment, id: string): Promise<Result<DeskRequest>> =>
	environment.store.write((trx) => act(trx, environment, id, { type: 'verify' }));

const keepAnswer = async (
	trx: WriteTx,
	{ store }: Environment,
	row: DeskRequest,
	answer: { outcome: Outcome; message: string },
) => {
	const receipt = await receiptById(trx, row.receiptId);
	if (!receipt?.personalId) return;
	await changePersonal(trx, store.vault, receipt.personalId, (data) => ({
		...data,
		answers: { ...data.answers, [row.id]: answer },
	}));
};

/** Answers a request; the words go into the letter and are sealed with what the person sent. */
export const answerRightsRequest = async (
	environment: Environment,
	{ id, outcome, message }: { id: string; outcome: Outcome; message: string },
): Promise<Result<DeskRequest>> => {
	const result = await environment.store.write(async (trx) => {
		const answered = await act(trx, environment, id, { type: 'answer', outcome });
		if (answered.ok) await keepAnswer(trx, environment, answered.value, { outcome, message });
		return answered;
	});
	if (result.ok) environment.afterCommit();
	return result;
};
