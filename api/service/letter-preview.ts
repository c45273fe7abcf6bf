import type { LetterChannel, LetterKind } from '../../schema/letters.ts';
import { lettersAbout } from '../store/evidence.ts';
import { readPersonal } from '../store/personal.ts';
import { receiptById } from '../store/receipts.ts';
import type { SubjectKind } from '../store/tables.ts';
import type { WriteTx } from '../store/transactions.ts';
import type { Environment, WriteLetters, WrittenLetter } from './environment.ts';
import type { Result } from './result.ts';

/** A letter that an action would send, and whose receipt it is about. */
export interface PreviewedLetter extends WrittenLetter {
	kind: LetterKind;
	channel: LetterChannel;
	receiptId: string;
}

/** A receipt code opens a person's dealings, so staff sees only where it stands. */
const hideCode = async (trx: WriteTx, { store }: Environment, receiptId: string) => {
	const { personalId } = (await receiptById(trx, receiptId)) ?? {};
	const { code } = (personalId && (await readPersonal(trx, store.vault, personalId))) || {};
	return (text: string) => (code ? text.replaceAll(code, code.replace(/[^-]/g, '·')) : text);
};

interface About {
	kind: SubjectKind;
	id: string;
	receiptId: string;
}

/** Acts, and answers what came of it with the letters about a subject that this queued, as they would leave. */
export const withLetters = async <T>(
	trx: WriteTx,
	environment: Environment & { writeLetters: WriteLetters },
	{ kind, id, receiptId }: About,
	act: () => Promise<Result<T>>,
): Promise<Result<{ acted: T; letters: PreviewedLetter[] }>> => {
	const before = new Set((await lettersAbout(trx, kind, [id])).map((letter) => letter.id));
	const acted = await act();
	if (!acted.ok) return acted;
	const queued = (await lettersAbout(trx, kind, [id])).filter((letter) => !before.has(letter.id));
	const written = await environment.writeLetters(trx, queued);
	const hidden = await hideCode(trx, environment, receiptId);
	const letters = queued.flatMap(({ kind, channel }, index) => {
		const letter = written[index];
		return letter ? [{ ...letter, text: hidden(letter.text), kind, channel, receiptId }] : [];
	});
	return { ok: true, value: { acted: acted.value, letters } };
};
