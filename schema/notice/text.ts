import type { Block, Edition, Section } from './model.ts';

export type TextFormat = 'MARKDOWN' | 'PLAIN';

const headerRule = (block: Block) =>
	block.kind === 'row' && block.header ? `\n|${block.cells.map(() => ' --- |').join('')}` : '';

const line = (block: Block, format: TextFormat): string => {
	const words = format === 'PLAIN' ? block.text : block.markdown;
	switch (block.kind) {
		case 'heading':
			return format === 'PLAIN' ? words : `${'#'.repeat(block.depth)} ${words} {#${block.id}}`;
		case 'item': {
			const marker = format === 'MARKDOWN' && block.marker === '•' ? '-' : block.marker;
			return `${'   '.repeat(block.depth)}${marker}${marker ? ' ' : ''}${words}`;
		}
		case 'row':
			return format === 'PLAIN' ? words : `${words}${headerRule(block)}`;
		default:
			return words;
	}
};

const together = (a: Block, b: Block) => a.kind === b.kind && (a.kind === 'item' || a.kind === 'row');

const join = (blocks: readonly Block[], format: TextFormat): string =>
	blocks
		.map((block, index) => {
			const before = blocks[index - 1];
			// A header row begins a table, also right after another table.
			const joined = before && together(before, block) && !(block.kind === 'row' && block.header);
			return `${before ? (joined ? '\n' : '\n\n') : ''}${line(block, format)}`;
		})
		.join('');

/** The whole text of an edition, without its title. */
export const textOf = (edition: Pick<Edition, 'blocks'>, format: TextFormat): string => join(edition.blocks, format);

/** The text of a section, without its heading. */
export const sectionTextOf = (section: Pick<Section, 'blocks'>, format: TextFormat): string =>
	join(
		section.blocks.filter((it) => it.kind !== 'heading'),
		format,
	);
