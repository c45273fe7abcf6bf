import type { Instant } from '../../schema/time.ts';
import { lettersForPost, settlePosted } from '../store/post.ts';
import type { MailContext, ReadyLetter } from './context.ts';
import { writeLetterFile } from './letter-file.ts';
import { prepareLetters } from './prepare.ts';

/** A letter that was written to a file. */
export interface Printed {
	id: string;
	kind: string;
	createdAt: Instant;
	file: string;
}

const pageOf = ({ to, subject, text }: ReadyLetter) => `${to}\n\n\n${subject}\n\n${text}`;

/**
 * Writes every letter that waits for the post to a file of a folder, from how things stand now; they wait on until they are
 * said to be posted, so that a page that was lost is printed again.
 */
export const printLetters = async (context: MailContext, folder: string): Promise<Printed[]> => {
	const { store, now } = context;
	const rows = await store.read((tx) => lettersForPost(tx, now()));
	const letters = await prepareLetters(context, rows);
	const printed: Printed[] = [];
	for (const [index, row] of rows.entries()) {
		const letter = letters[index];
		if (letter?.status !== 'fulfilled') throw letter?.reason;
		if ('drop' in letter.value) {
			const lastError = letter.value.drop;
			await store.write((trx) => settlePosted(trx, row.id, { droppedAt: now(), lastError }));
			continue;
		}
		const file = `${row.createdAt.slice(0, 10)}-${row.kind}-${row.id}.txt`;
		await writeLetterFile(folder, file, Buffer.from(pageOf(letter.value.ready)));
		printed.push({ id: row.id, kind: row.kind, createdAt: row.createdAt, file });
	}
	return printed;
};
