import type { Redline, RedlineBlock, RedlineSection } from './model.ts';

/** A stretch of a redline: blocks that both texts share, or neighbours that changed. */
export type Piece =
	| { kind: 'same'; blocks: RedlineBlock[]; words: number }
	| { kind: 'change'; blocks: RedlineBlock[]; number: number };

export interface PiecedSection {
	section: RedlineSection;
	/** The heading where it did not change, so that it stays in sight. */
	heading: RedlineBlock | null;
	pieces: Piece[];
	words: number;
}

const wordsIn = (blocks: readonly RedlineBlock[]) =>
	blocks.reduce((sum, { block }) => sum + (block.text.match(/\S+/g)?.length ?? 0), 0);

/** A redline cut into what changed, numbered from 1 in reading order, and what did not, with its length. */
export const piecesOf = (redline: Redline): { sections: PiecedSection[]; changes: number } => {
	let number = 0;
	const sections = redline.sections.map((section): PiecedSection => {
		const [first, ...rest] = section.blocks;
		const heading = first?.op === 'equal' && first.block.kind === 'heading' ? first : null;
		const pieces: Piece[] = [];
		for (const block of heading ? rest : section.blocks) {
			const last = pieces.at(-1);
			const kind = block.op === 'equal' ? 'same' : 'change';
			if (last?.kind === kind) last.blocks.push(block);
			else if (kind === 'same') pieces.push({ kind, blocks: [block], words: 0 });
			else pieces.push({ kind, blocks: [block], number: ++number });
		}
		for (const piece of pieces) if (piece.kind === 'same') piece.words = wordsIn(piece.blocks);
		return { section, heading, pieces, words: wordsIn(section.blocks) };
	});
	return { sections, changes: number };
};
