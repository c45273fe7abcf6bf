import type { LetterChannel, LetterKind } from '../../schema/letters.ts';
import { lettersAbout } from '../store/evidence.ts';
import { readPersonal } from '../store/personal.ts';
import { receiptById } from '../store/receipts.ts';
import { rehearse } from '../store/rehearsal.ts';
import { requestById } from '../store/requests.ts';
import type { WriteTx } from '../store/transactions.ts';
import type { Environment, WriteLetters, WrittenLetter } from './environment.ts';
import { isId } from './record-id.ts';
import { type Acting, carryOut, type DeskRequest, type Plan } from './request-desk.ts';
import { done, type Result } from './result.ts';

/** A letter that an action would send, and whose receipt it is about. */
export interface PreviewedLetter extends WrittenLetter {
	kind: LetterKind;
	channel: LetterChannel;
	receiptId: string;
}

/** What an action would make of a request, and the letters that would leave. */
export interface RequestPreview {
	request: DeskRequest;
	letters: PreviewedLetter[];
}

const waiting = async (trx: WriteTx, receiptId: string | undefined) =>
	receiptId === undefined ? [] : lettersAbout(trx, 'receipt', [receiptId]);

/** A receipt code opens a person's dealings, so staff sees only where it stands. */
const hideCode = async (trx: WriteTx, { store }: Environment, receiptId: string) => {
	const { personalId } = (await receiptById(trx, receiptId)) ?? {};
	const { code } = (personalId && (await readPersonal(trx, store.vault, personalId))) || {};
	return (text: string) => (code ? text.replaceAll(code, code.replace(/[^-]/g, '·')) : text);
};

/** What carrying out a plan would give, by the same steps; nothing is stored, and nothing leaves. */
export const previewOnRequest = (
	environment: Acting & { writeLetters: WriteLetters },
	plan: Plan,
): Promise<Result<RequestPreview>> =>
	rehearse(environment.store, async (trx) => {
		const row = isId(plan.aim.id) ? await requestById(trx, plan.aim.id) : undefined;
		const before = new Set((await waiting(trx, row?.receiptId)).map(({ id }) => id));
		const acted = await carryOut(trx, environment, plan);
		if (!acted.ok) return acted;
		const request = acted.value;
		const { receiptId } = request;
		const queued = (await waiting(trx, receiptId)).filter(({ id }) => !before.has(id));
		const written = await environment.writeLetters(trx, queued);
		const hidden = await hideCode(trx, environment, receiptId);
		const letters = queued.flatMap(({ kind, channel }, index) => {
			const letter = written[index];
			return letter ? [{ ...letter, text: hidden(letter.text), kind, channel, receiptId }] : [];
		});
		return done({ request, letters });
	});
