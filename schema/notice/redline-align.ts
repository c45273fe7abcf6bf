import { diffArrays } from 'diff';
import type { Block } from './model.ts';
import { likenesses } from './redline-likeness.ts';

/** A thing of the old text beside its counterpart in the new one; one of them is absent where it has none. */
export type Pair<T> = { from: T; to: T } | { from: T; to?: undefined } | { from?: undefined; to: T };

/** Both lists in order, what has the same key paired; between two pairs, what was removed stands before what was added. */
export const alignByKey = <T>(from: readonly T[], to: readonly T[], keyOf: (it: T) => string): Pair<T>[] => {
	const pairs: Pair<T>[] = [];
	let [i, j] = [0, 0];
	for (const { added, removed, count } of diffArrays(from.map(keyOf), to.map(keyOf))) {
		for (let n = 0; n < count; n += 1) {
			const old = added ? undefined : from[i++];
			const now = removed ? undefined : to[j++];
			if (old !== undefined && now !== undefined) pairs.push({ from: old, to: now });
			else if (old !== undefined) pairs.push({ from: old });
			else if (now !== undefined) pairs.push({ to: now });
		}
	}
	return pairs;
};

/** Both lists of blocks in order: those of the same text paired first, then the most alike between them. */
export const alignBlocks = (from: readonly Block[], to: readonly Block[]): Pair<Block>[] => {
	const out: Pair<Block>[] = [];
	let gap: { from: Block[]; to: Block[] } = { from: [], to: [] };
	const flush = () => {
		out.push(...alignGap(gap.from, gap.to));
		gap = { from: [], to: [] };
	};
	for (const pair of alignByKey(from, to, ({ kind, text }) => `${kind} ${text}`)) {
		if (pair.from && pair.to) {
			flush();
			out.push(pair);
		} else if (pair.from) gap.from.push(pair.from);
		else gap.to.push(pair.to);
	}
	flush();
	return out;
};

/** The pairing, never crossing, whose likenesses add up to the most. */
const alignGap = (from: readonly Block[], to: readonly Block[]): Pair<Block>[] => {
	if (from.length === 0 || to.length === 0)
		return [...from.map((it) => ({ from: it })), ...to.map((it) => ({ to: it }))];
	const score = likenesses(from, to);
	const best = Array.from({ length: from.length + 1 }, () => new Float64Array(to.length + 1));
	const at = (i: number, j: number) => best[i]?.[j] ?? 0;
	const pairing = (i: number, j: number) => (score[i]?.[j] ?? 0) && (score[i]?.[j] ?? 0) + at(i + 1, j + 1);
	for (let i = from.length - 1; i >= 0; i -= 1) {
		for (let j = to.length - 1; j >= 0; j -= 1) {
			(best[i] as Float64Array)[j] = Math.max(at(i + 1, j), at(i, j + 1), pairing(i, j)); // i is within `from`
		}
	}
	return walk(from, to, at, pairing);
};

const walk = (
	from: readonly Block[],
	to: readonly Block[],
	at: (i: number, j: number) => number,
	pairing: (i: number, j: number) => number,
): Pair<Block>[] => {
	const out: Pair<Block>[] = [];
	let added: Pair<Block>[] = [];
	const flush = () => {
		out.push(...added);
		added = [];
	};
	let [i, j] = [0, 0];
	while (i < from.length || j < to.length) {
		const [old, now] = [from[i], to[j]];
		if (old && now && pairing(i, j) > 0 && pairing(i, j) === at(i, j)) {
			flush();
			out.push({ from: old, to: now });
			i += 1;
			j += 1;
		} else if (old && (!now || at(i + 1, j) === at(i, j))) {
			out.push({ from: old });
			i += 1;
		} else if (now) {
			added.push({ to: now });
			j += 1;
		}
	}
	flush();
	return out;
};
