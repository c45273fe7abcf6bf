import type { ObjectionDecision } from '../../schema/objection/vocabulary.ts';
import { decide } from '../domain/objection.ts';
import { listObjections, type ObjectionCursor, objectionById } from '../store/objections.ts';
import { changePersonal } from '../store/personal.ts';
import { receiptById } from '../store/receipts.ts';
import type { ObjectionRow } from '../store/tables.ts';
import type { WriteTx } from '../store/transactions.ts';
import type { Environment } from './environment.ts';
import { loadObjection, recordObjection } from './objection-record.ts';
import { done, type Result, refused } from './result.ts';

/** An objection, as the desk sees it. */
export type DeskObjection = ObjectionRow;

// What callers send in place of an id may be text that no database takes.
const isId = (text: string) => /^[0-9a-f-]{36}$/.test(text);

export const objectionForDesk = async ({ store }: Environment, id: string): Promise<DeskObjection | null> =>
	isId(id) ? ((await store.read((tx) => objectionById(tx, id))) ?? null) : null;

/** The objections to a version by receipt, the earliest first. */
export const objectionsForDesk = (
	{ store }: Environment,
	page: { notice: string; version: string; limit: number; after?: ObjectionCursor | undefined },
): Promise<DeskObjection[]> => store.read((tx) => listObjections(tx, page));

const keepWords = async (
	trx: WriteTx,
	{ store }: Environment,
	{ id, receiptId }: DeskObjection,
	answer: { outcome: ObjectionDecision; message: string },
) => {
	const { personalId } = (await receiptById(trx, receiptId)) ?? {};
	if (!personalId) return;
	await changePersonal(trx, store.vault, personalId, (data) => ({
		...data,
		answers: { ...data.answers, [id]: answer },
	}));
};

/** Decides a counted objection; the words go into the letter and are sealed with what the person sent. */
export const decideObjection = async (
	environment: Environment,
	{ id, decision, message }: { id: string; decision: ObjectionDecision; message: string },
): Promise<Result<DeskObjection>> => {
	const { store, now } = environment;
	const result = await store.write(async (trx): Promise<Result<DeskObjection>> => {
		const row = isId(id) ? await objectionById(trx, id) : undefined;
		const before = row && (await loadObjection(trx, id));
		if (!row || !before) return refused('UNKNOWN_OBJECTION', ['id']);
		const decided = decide(before.state, { type: 'decide', decision }, { now });
		if (!decided.ok) return decided;
		const after = await recordObjection(trx, row, before, decided.events, now);
		await keepWords(trx, environment, row, { outcome: decision, message });
		return done({ ...row, ...after.state, streamVersion: after.streamVersion });
	});
	if (result.ok) environment.afterCommit();
	return result;
};
