import type { ObjectionDecision } from '../../schema/objection/vocabulary.ts';
import { decide } from '../domain/objection.ts';
import { listObjections, type ObjectionFigures, objectionById, objectionFigures } from '../store/objections.ts';
import { rehearse } from '../store/rehearsal.ts';
import type { ObjectionRow } from '../store/tables.ts';
import type { WriteTx } from '../store/transactions.ts';
import { byOf } from './actor.ts';
import type { Environment, WriteLetters } from './environment.ts';
import { keepWords } from './kept-words.ts';
import { type PreviewedLetter, withLetters } from './letter-preview.ts';
import { loadObjection, recordObjection } from './objection-record.ts';
import { isId } from './record-id.ts';
import type { Acting } from './request-desk.ts';
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

interface Deciding {
	id: string;
	decision: ObjectionDecision;
	message: string;
}

const decideIn = async (
	trx: WriteTx,
	environment: Acting,
	{ id, decision, message }: Deciding,
): Promise<Result<DeskObjection>> => {
	const { store, now } = environment;
	const row = isId(id) ? await objectionById(trx, id) : undefined;
	const before = row && (await loadObjection(trx, id));
	if (!row || !before) return refused('UNKNOWN_OBJECTION', ['id']);
	const decided = decide(before.state, { type: 'decide', decision }, { now });
	if (!decided.ok) return decided;
	const events = decided.events.map((event) => ({ ...event, ...byOf(environment) }));
	const after = await recordObjection(trx, row, before, events, now);
	await keepWords(trx, store, row.receiptId, id, { 'objection-decided': message });
	return done({ ...row, ...after.state, streamVersion: after.streamVersion });
};

/** Decides a counted objection; the words go into the letter and are sealed with what the person sent. */
export const decideObjection = async (environment: Acting, deciding: Deciding): Promise<Result<DeskObjection>> => {
	const result = await environment.store.write((trx) => decideIn(trx, environment, deciding));
	if (result.ok) environment.afterCommit();
	return result;
};

/** What deciding would make of an objection, and the letters that would leave. */
export interface ObjectionPreview {
	objection: DeskObjection;
	letters: PreviewedLetter[];
}

/** What deciding an objection would give, by the same steps; nothing is stored, and nothing leaves. */
export const previewDecision = (
	environment: Acting & { writeLetters: WriteLetters },
	deciding: Deciding,
): Promise<Result<ObjectionPreview>> =>
	rehearse(environment.store, async (trx) => {
		const row = isId(deciding.id) ? await objectionById(trx, deciding.id) : undefined;
		if (!row) return refused('UNKNOWN_OBJECTION', ['id']);
		const about = { kind: 'objection', id: row.id, receiptId: row.receiptId } as const;
		const previewed = await withLetters(trx, environment, about, () => decideIn(trx, environment, deciding));
		return previewed.ok ? done({ objection: previewed.value.acted, letters: previewed.value.letters }) : previewed;
	});
