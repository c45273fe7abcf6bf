import { attribute, type Element, elementsIn, isElement } from './elements.ts';
import type { Run } from './piece.ts';

const rowsOf = (table: Element): Element[] =>
	table.childNodes
		.filter(isElement)
		.flatMap((it) =>
			it.tagName === 'tr' ? [it] : it.childNodes.filter(isElement).filter((row) => row.tagName === 'tr'),
		);

export const cellsOf = (table: Element): Element[][] =>
	rowsOf(table).map((row) => row.childNodes.filter(isElement).filter((it) => ['td', 'th'].includes(it.tagName)));

const span = (cell: Element, name: 'colspan' | 'rowspan'): number => {
	const count = Number(attribute(cell, name) ?? 1);
	return Number.isInteger(count) && count > 0 && count <= 50 ? count : 1;
};

/** Whether a table only lays out a page: it has one column, or holds headings or tables of its own. */
export const isLayout = (table: Element): boolean =>
	cellsOf(table).every((row) => row.length < 2) ||
	cellsOf(table).some((row) =>
		row.some((cell) => elementsIn(cell).some((it) => /^(?:table|h[1-6])$/.test(it.tagName))),
	);

/** The cells of a table by row and column; where a cell spans several, the others are empty. */
export const grid = (table: Element, read: (cell: Element) => Run[]): Run[][][] => {
	const rows: Run[][][] = [];
	const taken: number[] = [];
	for (const cells of cellsOf(table)) {
		const row: Run[][] = [];
		const skip = () => {
			for (let left = taken[row.length]; left; left = taken[row.length]) {
				taken[row.length] = left - 1;
				row.push([]);
			}
		};
		for (const cell of cells) {
			skip();
			for (let index = 0; index < span(cell, 'colspan'); index++) {
				taken[row.length] = span(cell, 'rowspan') - 1;
				row.push(index === 0 ? read(cell) : []);
			}
		}
		skip();
		rows.push(row);
	}
	const width = Math.max(0, ...rows.map((it) => it.length));
	return rows
		.filter((row) => row.some((it) => it.length))
		.map((row) => [...row, ...Array(width - row.length).fill([])]);
};
