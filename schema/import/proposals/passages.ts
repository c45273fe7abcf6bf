import { type List, type Piece, type Table, textOfPiece, textOfRuns } from '../piece.ts';

/** A stretch of a text from which data is read, under the heading that it stands below. */
export interface Passage {
	heading: string;
	text: string;
	line: number;
}

/** A list or a table, with the words that lead to it. */
export interface Led<Kind extends List | Table> {
	piece: Kind;
	lead: string;
}

/** Data that a text seems to state: fields of the front matter, and the line they were read from. */
export interface Proposal {
	fields: Readonly<Record<string, unknown>>;
	line: number;
}

export const passagesOf = (pieces: readonly Piece[]): Passage[] => {
	let heading = '';
	return pieces.flatMap((piece): Passage[] => {
		if (piece.kind === 'heading') heading = textOfRuns(piece.runs);
		return [{ heading, text: textOfPiece(piece).replaceAll('\n', ' '), line: piece.line }];
	});
};

const led =
	<Kind extends List | Table>(kind: Kind['kind']) =>
	(pieces: readonly Piece[]): Led<Kind>[] =>
		pieces.flatMap((piece, index) => {
			const before = pieces[index - 1];
			// The kind was just compared.
			return piece.kind === kind ? [{ piece: piece as Kind, lead: before ? textOfPiece(before) : '' }] : [];
		});

export const listsOf = led<List>('list');
export const tablesOf = led<Table>('table');

const numbers = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
const tens: Readonly<Record<string, number>> = { fifteen: 15, thirty: 30, 'forty-five': 45, sixty: 60, ninety: 90 };

/** The number that digits or an English word name, or undefined. */
export const numberIn = (text: string): number | undefined => {
	const word = text.toLowerCase();
	const index = numbers.indexOf(word);
	return /^\d+$/.test(text) ? Number(text) : index < 0 ? tens[word] : index + 1;
};

/** A number as notices write it: `30`, `thirty`, `thirty (30)`. */
export const aNumber = String.raw`(?:[a-z-]+\s*\()?(\d+|${[...numbers, ...Object.keys(tens)].join('|')})\)?`;
