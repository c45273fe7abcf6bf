import type { Custom, MdastNode } from 'satteri';
import { plainOf } from '../notice/markdown.ts';
import type { Phrasing, Table } from '../notice/nodes.ts';

const element = (
	hName: string,
	children: (MdastNode | Custom)[],
	hProperties: Record<string, string> = {},
): Custom => ({
	type: `notice-${hName}`,
	// The node types do not name these two, though the processor reads them.
	data: { hName, hProperties } as NonNullable<Custom['data']>,
	children,
});

/**
 * A table as the elements themselves: the processor drops what a cell's data says and knows no scope, while a narrow screen
 * needs each cell's column and a screen reader needs both its headings.
 */
export const tableElement = (table: Readonly<Table>): Custom => {
	const [head, ...body] = table.children;
	const columns = head?.children ?? [];
	const names = columns.map((it) => plainOf(it.children as Phrasing[]).trim());
	const headings = columns.map((it) => element('th', it.children, { scope: 'col' }));
	const rows = body.map((row) =>
		element(
			'tr',
			row.children.map((cell, index) =>
				index === 0
					? element('th', cell.children, { scope: 'row' })
					: element('td', cell.children, { 'data-label': names[index] ?? '' }),
			),
		),
	);
	return element('table', [element('thead', [element('tr', headings)]), element('tbody', rows)]);
};
