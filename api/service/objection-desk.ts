import type { ObjectionDecision } from '../../schema/objection/vocabulary.ts';
import { decide } from '../domain/objection.ts';
import { listObjections, type ObjectionFigures, objectionById, objectionFigures } from '../store/objections.ts';
import type { ObjectionRow } from '../store/tables.ts';
import { type Actor, byOf } from './actor.ts';
import type { Environment } from './environment.ts';
import { keepWords } from './kept-words.ts';
import { loadObjection, recordObjection } from './objection-record.ts';
import { isId } from './record-id.ts';
import { done, type Result, refused } from './result.ts';

/** An objection, as the desk sees it. */
export type DeskObjection = ObjectionRow;

export type { ObjectionFigures };

export const objectionForDesk = async ({ store }: Environment, id: string): Promise<DeskObjection | null> =>
	isId(id) ? ((await store.read((tx) => objectionById(tx, id))) ?? null) : null;

/** The objections to a version by receipt, the earliest first. */
export const objectionsForDesk = (
	{ store }: Environment,
	page: Parameters<typeof listObjections>[1],
): Promise<DeskObjection[]> => store.read((tx) => listObjections(tx, page));

/** How many objections to a version stand how, those that never counted too. */
export const figuresOfObjections = (
	{ store }: Environment,
	of: { notice: string; version: string },
): Promise<ObjectionFigures[]> => store.read((tx) => objectionFigures(tx, of));

/** Decides a counted objection; the words go into the letter and are sealed with what the person sent. */
export const decideObjection = async (
	environment: Environment & Actor,
	{ id, decision, message }: { id: string; decision: ObjectionDecision; message: string },
): Promise<Result<DeskObjection>> => {
	const { store, now } = environment;
	const result = await store.write(async (trx): Promise<Result<DeskObjection>> => {
		const row = isId(id) ? await objectionById(trx, id) : undefined;
		const before = row && (await loadObjection(trx, id));
		if (!row || !before) return refused('UNKNOWN_OBJECTION', ['id']);
		const decided = decide(before.state, { type: 'decide', decision }, { now });
		if (!decided.ok) return decided;
		const events = decided.events.map((event) => ({ ...event, ...byOf(environment) }));
		const after = await recordObjection(trx, row, before, events, now);
		await keepWords(trx, store, row.receiptId, id, { 'objection-decided': message });
		return done({ ...row, ...after.state, streamVersion: after.streamVersion });
	});
	if (result.ok) environment.afterCommit();
	return result;
};
