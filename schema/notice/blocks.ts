import { markdownOf, plainOf } from './markdown.ts';
import type { Block, Section } from './model.ts';
import { attributeOf, type Flow, isLettered, type List, letter, type Phrasing, type Table } from './nodes.ts';

/** Id of the section that text before the first heading belongs to. */
export const topSection = 'top';

const markerOf = (list: List, index: number): string => {
	if (isLettered(list)) return `(${letter(index)})`;
	return list.ordered ? `${(list.start ?? 1) + index}.` : '•';
};

const itemBlocks = (list: List, depth: number): Block[] =>
	list.children.flatMap((item, index) =>
		item.children.flatMap((child, place): Block[] => {
			if (child.type === 'list') return itemBlocks(child, depth + 1);
			if (child.type !== 'paragraph') return blocksOfNode(child);
			// A second paragraph of an item belongs to it without a marker of its own.
			const marker = place === 0 ? markerOf(list, index) : '';
			return [{ kind: 'item', depth, marker, text: plainOf(child.children), markdown: markdownOf(child.children) }];
		}),
	);

const tableBlocks = (table: Table): Block[] =>
	table.children.map((row, index) => {
		const cells = row.children.map((cell) => plainOf(cell.children).trim());
		const markdown = `| ${row.children.map((cell) => markdownOf(cell.children).trim()).join(' | ')} |`;
		return { kind: 'row', header: index === 0, cells, text: cells.join(' | '), markdown };
	});

const blocksOfNode = (node: Flow): Block[] => {
	switch (node.type) {
		case 'heading': {
			const [text, markdown] = [plainOf(node.children).trim(), markdownOf(node.children).trim()];
			return [{ kind: 'heading', depth: node.depth, id: attributeOf(node, 'id') ?? '', text, markdown }];
		}
		case 'paragraph':
			return [{ kind: 'paragraph', text: plainOf(node.children), markdown: markdownOf(node.children) }];
		case 'list':
			return itemBlocks(node, 0);
		case 'table':
			return tableBlocks(node);
		case 'yaml':
			return [];
		default:
			// What the rules forbid still keeps its words, so that nothing is read as if it were not there.
			return 'children' in node ? [paragraphOf(node.children as Phrasing[])] : [];
	}
};

const paragraphOf = (nodes: Phrasing[]): Block => ({
	kind: 'paragraph',
	text: plainOf(nodes),
	markdown: markdownOf(nodes),
});

/** The pieces of a text whose components are expanded already, in reading order. */
export const blocksOf = (nodes: readonly Flow[]): Block[] => nodes.flatMap(blocksOfNode);

/** The sections of a text; text before the first heading is the section `top`. */
export const sectionsOf = (blocks: readonly Block[]): Section[] => {
	const sections: Section[] = [];
	for (const block of blocks) {
		if (block.kind === 'heading') {
			sections.push({ id: block.id, heading: block.text, depth: block.depth, blocks: [block] });
			continue;
		}
		if (!sections.length) sections.push({ id: topSection, heading: '', depth: 1, blocks: [] });
		sections.at(-1)?.blocks.push(block);
	}
	return sections;
};
