import { plainOf } from '../notice/markdown.ts';
import type { Phrasing, Table } from '../notice/nodes.ts';
import type { Flaw } from '../notice/parse.ts';
import { eachEdition, type Rule } from './rule.ts';
import { lineOfNode, walk } from './walk.ts';

const repeated = (cell: string): string | undefined => {
	const parts = cell.split(';').map((it) => it.trim().toLowerCase());
	return parts.find((it, index) => it && parts.indexOf(it) !== index);
};

const checkTable = ({ children: rows }: Table): Flaw[] => {
	const width = rows[0]?.children.length ?? 0;
	return rows.flatMap((row, index): Flaw[] => {
		const line = lineOfNode(row);
		const cells = row.children.map((it) => plainOf(it.children as Phrasing[]).trim());
		const what = index === 0 ? 'heading' : 'cell';
		if (cells.length !== width) {
			return [
				{ line, message: `Expected ${width} cells, as in the first row; found ${cells.length}. Add or join cells.` },
			];
		}
		return cells.flatMap((cell): Flaw[] => {
			if (!cell)
				return [{ line, message: `An empty ${what} says nothing when read aloud. Write what it means, such as none.` }];
			const twice = repeated(cell);
			return twice ? [{ line, message: `'${twice}' stands twice in one cell. Remove one.` }] : [];
		});
	});
};

/** A table has a heading for each column, as many cells in each row, and something in each. */
export const f10WholeTables: Rule = {
	id: 'F10',
	level: 'error',
	citation: 'WCAG 2.2, 1.3.1: what a table shows can be found out by a program.',
	sparesHistory: true,
	check: (context) =>
		eachEdition(context, ({ root }) => walk(root).flatMap((node) => (node.type === 'table' ? checkTable(node) : []))),
};
