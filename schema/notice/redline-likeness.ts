import type { Block } from './model.ts';
import { tokens } from './redline-words.ts';

/** Below this likeness two blocks are not the same one changed, but one gone and one come. */
const threshold = 0.4;

type Words = ReadonlyMap<string, number>;

const wordsOf = (text: string): Words => {
	const counts = new Map<string, number>();
	for (const token of tokens(text.toLowerCase())) {
		if (/[\p{L}\p{N}]/u.test(token)) counts.set(token, (counts.get(token) ?? 0) + 1);
	}
	return counts;
};

const size = (words: Words): number => words.values().reduce((sum, count) => sum + count, 0);

/** Sørensen and Dice's coefficient of two bags of words: 0 for none in common, 1 for the same words. */
const likeness = (a: Words, b: Words, total: number): number => {
	const shared = a.entries().reduce((sum, [word, count]) => sum + Math.min(count, b.get(word) ?? 0), 0);
	return total === 0 ? 1 : (2 * shared) / total;
};

/** A row is the same row while its first cell is; a heading while its id is. */
const sameAnchor = (a: Block, b: Block): boolean =>
	(a.kind === 'row' && b.kind === 'row' && a.header === b.header && a.cells[0] === b.cells[0]) ||
	(a.kind === 'heading' && b.kind === 'heading' && a.id === b.id);

/** How alike each old block is to each new one: 2 for the same row or heading, else up to 1, and 0 for too little. */
export const likenesses = (from: readonly Block[], to: readonly Block[]): number[][] => {
	const measured = to
		.map((block) => ({ block, words: wordsOf(block.text) }))
		.map((it) => ({ ...it, size: size(it.words) }));
	return from.map((old) => {
		const words = wordsOf(old.text);
		const count = size(words);
		return measured.map((now) => {
			if (old.kind !== now.block.kind) return 0;
			if (sameAnchor(old, now.block)) return 2;
			const score = likeness(words, now.words, count + now.size);
			return score < threshold ? 0 : score;
		});
	});
};
