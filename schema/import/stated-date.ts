import { en } from '../notice/labels-en.ts';
import { es } from '../notice/labels-es.ts';
import type { PlainDate } from '../time.ts';
import { plainDateField } from '../time.ts';
import { type Piece, textOfPiece } from './piece.ts';

const monthNames = [en.months, es.months].map((names) => names.map((it) => it.toLowerCase()));
const anyMonth = monthNames.flat().join('|');

const says = String.raw`\b(?:last\s+)?(?:updated|modified|revised|effective|actualizad[oa]|vigente|modificad[oa])\b[^.\d]{0,40}?`;
const forms: readonly [RegExp, (parts: string[]) => [string, string, string]][] = [
	[new RegExp(`${says}(\\d{4})-(\\d{2})-(\\d{2})`, 'i'), ([y = '', m = '', d = '']) => [y, m, d]],
	[
		new RegExp(`${says}(${anyMonth})\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})`, 'i'),
		([m = '', d = '', y = '']) => [y, m, d],
	],
	[
		new RegExp(`${says}(\\d{1,2})(?:st|nd|rd|th)?(?:\\s+de)?\\s+(${anyMonth})(?:\\s+de)?,?\\s+(\\d{4})`, 'i'),
		([d = '', m = '', y = '']) => [y, m, d],
	],
];

const monthNumber = (name: string): string => {
	const index = Math.max(...monthNames.map((names) => names.indexOf(name.toLowerCase())));
	return index < 0 ? name : String(index + 1);
};

const dateIn = (text: string): PlainDate | null => {
	for (const [form, parts] of forms) {
		const found = form.exec(text);
		if (!found) continue;
		const [year, month, day] = parts(found.slice(1));
		const date = [year, monthNumber(month).padStart(2, '0'), day.padStart(2, '0')].join('-');
		const parsed = plainDateField.safeParse(date);
		if (parsed.success) return parsed.data;
	}
	return null;
};

/** The date on which a text says that it was last changed, and where; null where it says none at its beginning or end. */
export const statedDate = (pieces: readonly Piece[]): { on: PlainDate; line: number } | null => {
	for (const piece of [...pieces.slice(0, 12), ...pieces.slice(-4)]) {
		if (piece.leftOut !== undefined || piece.kind === 'table') continue;
		const on = dateIn(textOfPiece(piece));
		if (on) return { on, line: piece.line };
	}
	return null;
};
