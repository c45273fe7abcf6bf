import type { Redline, RedlineBlock } from '../schema/notice/model.ts';

/** What the cells of each row stand for: the words of the header above it, as the new text has them, or the old alone. */
export const columnsOfRows = ({ sections }: Pick<Redline, 'sections'>): Map<RedlineBlock, readonly string[]> => {
	const columns = new Map<RedlineBlock, readonly string[]>();
	let header: readonly string[] = [];
	for (const it of sections.flatMap(({ blocks }) => blocks)) {
		if (it.block.kind !== 'row') header = [];
		else if (it.block.header) header = it.block.cells;
		else columns.set(it, header);
	}
	return columns;
};
