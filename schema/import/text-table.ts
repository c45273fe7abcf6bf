import type { Line } from './text-lines.ts';

const answer = /^(?:y|n|yes|no)$/i;
const wordsOfLine = (line: Line) => line.text;

interface Shape {
	/** Number of columns. */
	width: number;
	/** Index of the column that says whether a category is collected. */
	asked: number;
}

/** The shape of a table copied as one line for each cell, from its headings and its first answer; null where none begins. */
const shapeAt = (lines: readonly Line[]): Shape | null => {
	if (!/^categor(?:y|ies)\b/i.test(lines[0]?.text ?? '')) return null;
	const asked = lines.slice(0, 6).findIndex((it) => /^collected\??$/i.test(it.text));
	const first = lines.slice(0, 20).findIndex((it) => answer.test(it.text));
	const width = first - asked;
	return asked > 0 && width > asked ? { width, asked } : null;
};

/** The lines of a row: one for each cell, and the rest in the cell before the answer. */
const rowOf = (lines: readonly Line[], answerAt: number, { width, asked }: Shape): string[] => {
	const before = lines.slice(0, answerAt).map(wordsOfLine);
	const named = before.slice(0, asked - 1);
	return [
		...named,
		before.slice(asked - 1).join(' '),
		...lines.slice(answerAt, answerAt + width - asked).map(wordsOfLine),
	];
};

/** A table of categories that was copied as one line for each cell, and how many lines it takes; null where none begins. */
export const categoryTableAt = (lines: readonly Line[]): { rows: string[][]; taken: number } | null => {
	const shape = shapeAt(lines);
	if (!shape) return null;
	const rows = [lines.slice(0, shape.width).map(wordsOfLine)];
	let taken = shape.width;
	for (;;) {
		const rest = lines.slice(taken);
		const answerAt = rest.slice(0, 9).findIndex((it) => answer.test(it.text));
		if (answerAt < shape.asked) break;
		rows.push(rowOf(rest, answerAt, shape));
		taken += answerAt + shape.width - shape.asked;
	}
	return rows.length > 2 ? { rows, taken } : null;
};
