import type { LetterKind } from '../../schema/letters.ts';
import { decide, type RequestCommand, type RequestState } from '../domain/request.ts';
import type { Store } from '../store/open.ts';
import { requestById } from '../store/requests.ts';
import type { RequestRow } from '../store/tables.ts';
import type { WriteTx } from '../store/transactions.ts';
import { type Actor, byOf } from './actor.ts';
import type { Environment } from './environment.ts';
import { keepWords } from './kept-words.ts';
import { isId } from './record-id.ts';
import { loadRequest, queueLetters, recordRequest } from './request-record.ts';
import { done, type Result, refused } from './result.ts';
import { isDestroyed } from './retention.ts';

/** One right asked for, as the desk sees it. */
export type DeskRequest = RequestRow;

export const requestForDesk = async ({ store }: Environment, id: string): Promise<DeskRequest | null> =>
	isId(id) ? ((await store.read((tx) => requestById(tx, id))) ?? null) : null;

/** What was kept with a request at its receipt: its time limits, and what it is decided by. */
export const keptWithRequest = async (
	{ store }: Environment,
	id: string,
): Promise<Pick<RequestState, 'clocks' | 'rules'> | null> =>
	(await store.read((tx) => loadRequest(tx, id)))?.state ?? null;

/** A request, and the revision of it that must still stand. */
export interface Aim {
	id: string;
	expectedRevision?: number | null | undefined;
}

/** What staff does: a command, or one that is made out of what the transaction sees. */
type Deed = RequestCommand | ((trx: WriteTx, row: RequestRow, store: Store) => Promise<RequestCommand>);

/** An environment, and who acts in it. */
export type Acting = Environment & Partial<Actor>;

const act = async (
	trx: WriteTx,
	{ now, library, store, ...actor }: Acting,
	{ id, expectedRevision }: Aim,
	deed: Deed,
): Promise<Result<DeskRequest>> => {
	const row = isId(id) ? await requestById(trx, id) : undefined;
	const before = row && (await loadRequest(trx, id));
	if (!row || !before) return refused('UNKNOWN_REQUEST', ['id']);
	if (expectedRevision && expectedRevision !== row.streamVersion) return refused('CONFLICT', ['expectedRevision']);
	const command = typeof deed === 'function' ? await deed(trx, row, store) : deed;
	const decision = decide(before.state, command, { now });
	if (!decision.ok) return decision;
	// A letter about it could be written to nobody any more.
	if (command.type === 'reopen' && (await isDestroyed(trx, row.receiptId))) return refused('RECORD_DESTROYED');
	const by = byOf(actor);
	const events = decision.events.map((event) => ({ ...event, ...by }));
	const after = await recordRequest(trx, library.systems, row, before, events);
	await queueLetters(trx, [{ row: after, events: decision.events }], now);
	return done(after);
};

/** What is done to which request, and the words of staff for its letter. */
export interface Plan {
	aim: Aim;
	deed: Deed;
	said?: Partial<Record<LetterKind, string>> | undefined;
	/** What else is kept or queued once it is done. */
	afterwards?: (trx: WriteTx, environment: Environment, request: DeskRequest) => Promise<void>;
}

/** Carries a plan out in a transaction, where the table of a request's life allows it; words are sealed with what the person sent. */
export const carryOut = async (
	trx: WriteTx,
	environment: Acting,
	{ aim, deed, said, afterwards }: Plan,
): Promise<Result<DeskRequest>> => {
	const acted = await act(trx, environment, aim, deed);
	if (acted.ok && said) await keepWords(trx, environment.store, acted.value.receiptId, aim.id, said);
	if (acted.ok) await afterwards?.(trx, environment, acted.value);
	return acted;
};

/** Does something to a request; its letters leave soon. */
export const actOnRequest = async (environment: Acting, plan: Plan): Promise<Result<DeskRequest>> => {
	const result = await environment.store.write((trx) => carryOut(trx, environment, plan));
	if (result.ok) environment.afterCommit();
	return result;
};
