import { expect, it } from 'vitest';
import type { RedlineBlock } from '../../schema/notice/model.ts';
import { columnsOfRows } from '../../site/redline-columns.ts';

const row = (header: boolean, ...cells: string[]): RedlineBlock => {
	const text = cells.join(' | ');
	return { op: 'equal', block: { kind: 'row', header, cells, text, markdown: text }, spans: [{ op: 'equal', text }] };
};

it('gives each row the words of the header above it, and none to a row of no table', () => {
	const prose: RedlineBlock = { op: 'equal', block: { kind: 'paragraph', text: 'x', markdown: 'x' }, spans: [] };
	const blocks = [row(true, 'Category', 'Collected'), row(false, 'Biometric', 'no'), prose, row(false, 'alone')];
	const columns = columnsOfRows({ sections: [{ id: 's', heading: 'S', op: 'equal', blocks }] });
	expect(blocks.map((it) => columns.get(it))).toEqual([undefined, ['Category', 'Collected'], undefined, []]);
});
