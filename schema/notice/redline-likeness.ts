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

/** For each word, in which of the bags it is and how often. */
const indexed = (bags: readonly Words[]): Map<string, { at: number; count: number }[]> => {
	const index = new Map<string, { at: number; count: number }[]>();
	for (const [at, bag] of bags.entries()) {
		for (const [word, count] of bag) {
			const places = index.get(word);
			if (places) places.push({ at, count });
			else index.set(word, [{ at, count }]);
		}
	}
	return index;
};

/**
 * Sørensen and Dice's coefficient of each old text with each new one, as bags of words: 0 for no word in common, 1 for
 * the same words.
 */
export const wordLikeness = (from: readonly string[], to: readonly string[]): Float64Array[] => {
	const bags = to.map(wordsOf);
	const sizes = bags.map(size);
	const index = indexed(bags);
	return from.map((text) => {
		const words = wordsOf(text);
		const shared = new Float64Array(to.length);
		for (const [word, count] of words) {
			for (const place of index.get(word) ?? [])
				shared[place.at] = (shared[place.at] ?? 0) + Math.min(count, place.count);
		}
		const count = size(words);
		return shared.map((it, at) => (count + (sizes[at] ?? 0) === 0 ? 1 : (2 * it) / (count + (sizes[at] ?? 0))));
	});
};

/** A row is the same row while its first cell is; a heading while its id is. */
const sameAnchor = (a: Block, b: Block): boolean =>
	(a.kind === 'row' && b.kind === 'row' && a.header === b.header && a.cells[0] === b.cells[0]) ||
	(a.kind === 'heading' && b.kind === 'heading' && a.id === b.id);

/** How alike each old block is to each new one: 2 for the same row or heading, else up to 1, and 0 for too little. */
export const likenesses = (from: readonly Block[], to: readonly Block[]): Float64Array[] => {
	const words = wordLikeness(
		from.map(({ text }) => text),
		to.map(({ text }) => text),
	);
	return words.map((row, i) =>
		row.map((score, j) => {
			const [old, now] = [from[i], to[j]];
			if (!old || !now || old.kind !== now.kind) return 0;
			if (sameAnchor(old, now)) return 2;
			return score < threshold ? 0 : score;
		}),
	);
};

/** Each text beside the one most like it, at least so much and none twice, the likest first. */
export const likest = <T>(
	from: readonly T[],
	to: readonly T[],
	textOf: (it: T) => string,
	least: number,
): { from: T; to: T }[] => {
	const found = wordLikeness(from.map(textOf), to.map(textOf)).flatMap((row, i) =>
		[...row.entries()].flatMap(([j, score]) => (score >= least ? [{ i, j, score }] : [])),
	);
	const [usedFrom, usedTo] = [new Set<number>(), new Set<number>()];
	return found
		.sort((a, b) => b.score - a.score)
		.flatMap(({ i, j }) => {
			const [old, now] = [from[i], to[j]];
			if (usedFrom.has(i) || usedTo.has(j) || old === undefined || now === undefined) return [];
			usedFrom.add(i);
			usedTo.add(j);
			return [{ from: old, to: now }];
		});
};
