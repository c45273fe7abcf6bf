import type { Draft, Piece } from './piece.ts';
import { type Line, linesOf } from './text-lines.ts';
import { categoryTableAt } from './text-table.ts';

/** A text in which one line is one paragraph has lines longer than any that were wrapped by hand. */
const isUnwrapped = (lines: readonly Line[]) => lines.some((it) => it.text.length > 120);

const isHeading = (line: Line, next: Line | undefined): boolean => {
	const { text } = line;
	if (line.underlined) return true;
	if (line.bullet || !next || !line.blankAfter || text.length > 80) return false;
	return /\p{L}/u.test(text) && !/[.,;:!…]$|\d{4}$|@|^https?:/u.test(text);
};

const place = (line: Line) => ({ line: line.line, anchors: [] });

/** Short lines, such as those of an address, were meant to stand below one another. */
const paragraph = (lines: readonly [Line, ...Line[]]): Piece => {
	const separator = lines.every((it) => it.text.length <= 45) ? '\n' : ' ';
	const runs = lines.flatMap((it, index) => [...(index ? [{ text: separator }] : []), { text: it.text }]);
	return { kind: 'paragraph', runs, ...place(lines[0]) };
};

/** How many lines belong to the paragraph or the item that begins a text. */
const extent = (lines: readonly Line[], unwrapped: boolean): number => {
	if (unwrapped) return 1;
	const [first] = lines;
	const end = lines.findIndex(
		(it, index) => index > 0 && (it.blankBefore || it.bullet || it.underlined || (first?.bullet && !it.indented)),
	);
	return end < 0 ? lines.length : end;
};

const listOf = (lines: readonly Line[], unwrapped: boolean): { piece: Piece | null; taken: number } => {
	const items: Piece[][] = [];
	let taken = 0;
	for (let first = lines[0]; first?.bullet; first = lines[taken]) {
		const count = extent(lines.slice(taken), unwrapped);
		items.push([paragraph([first, ...lines.slice(taken + 1, taken + count)])]);
		taken += count;
	}
	const [first] = lines;
	if (!first || !taken) return { piece: null, taken };
	return { piece: { kind: 'list', ordered: false, start: 1, items, ...place(first) }, taken };
};

const pieceAt = (first: Line, lines: readonly Line[], unwrapped: boolean): { piece: Piece; taken: number } => {
	const table = categoryTableAt(lines);
	if (table) {
		const rows = table.rows.map((row) => row.map((text) => [{ text }]));
		return { piece: { kind: 'table', rows, ...place(first) }, taken: table.taken };
	}
	const list = listOf(lines, unwrapped);
	if (list.piece) return { piece: list.piece, taken: list.taken };
	if (isHeading(first, lines[1]) && (unwrapped || first.blankBefore)) {
		return { piece: { kind: 'heading', level: 2, runs: [{ text: first.text }], ...place(first) }, taken: 1 };
	}
	const taken = extent(lines, unwrapped);
	return { piece: paragraph([first, ...lines.slice(1, taken)]), taken };
};

/** The pieces of a plain text: headings are short lines on their own, items begin with a bullet. */
export const readPlainText = (source: string): Draft => {
	const lines = linesOf(source);
	const unwrapped = isUnwrapped(lines);
	const pieces: Piece[] = [];
	for (let at = 0, first = lines[0]; first; first = lines[at]) {
		const { piece, taken } = pieceAt(first, lines.slice(at), unwrapped);
		pieces.push(piece);
		at += taken;
	}
	return { pieces, title: null, remarks: [] };
};
