import type { Block, Redline, RedlineBlock } from '../notice/model.ts';
import { alignBlocks } from '../notice/redline-align.ts';
import { likest } from '../notice/redline-likeness.ts';
import type { Passage, Sentence } from './model.ts';
import { type Above, blockSentences, plainWords } from './sentences.ts';

type Gap = Pick<Passage, 'from' | 'to'>;

/** A place from what became of each of its sentences. */
export const passageOf = (pairs: Passage['pairs']): Passage => ({
	from: pairs.flatMap((it) => it.from ?? []),
	to: pairs.flatMap((it) => it.to ?? []),
	pairs,
});

/** The sentences of a block of one text. */
export type Sentences = (block: Block) => Sentence[];

const isItem = ({ kind, text }: Block): boolean => kind === 'item' || /^\s*[•*\-–]\s/.test(text);

/** Each block's sentences, which know the heading, the words before the list, or the head of the table above them. */
export const sentenceReader = (blocks: readonly Block[]): Sentences => {
	let above: Above = { heading: '', lead: '', columns: [] };
	const places = new Map(
		blocks.map((block): [Block, Above] => {
			if (block.kind === 'heading') above = { heading: block.text, lead: '', columns: [] };
			if (block.kind === 'row' && block.header) above = { ...above, columns: block.cells };
			const lead = isItem(block) ? above.lead : '';
			if (!isItem(block) && block.text.trim()) above = { ...above, lead: /:\s*$/.test(block.text) ? block.text : '' };
			return [block, { ...above, lead }];
		}),
	);
	return (block) => blockSentences(block, places.get(block) ?? above);
};

/** Neighbouring blocks that differ; what only moved is compared with itself. */
const changedRuns = ({ sections }: Redline): RedlineBlock[][] =>
	sections.flatMap((section) => {
		const runs: RedlineBlock[][] = [[]];
		for (const block of section.blocks) {
			if (block.op !== 'equal') runs.at(-1)?.push(block);
			else if (runs.at(-1)?.length) runs.push([]);
		}
		return runs.filter((it) => it.length > 0);
	});

const key = ({ text, links }: Sentence): string => [...plainWords(text), ...links].join(' ');

const letters = (sentences: readonly Sentence[]): string => sentences.map(key).join('').replaceAll(' ', '');

/** Sentences without those that stand, word for word, among the others too. */
const without = (gone: ReadonlyMap<string, number>): ((sentences: readonly Sentence[]) => Sentence[]) => {
	const left = new Map(gone);
	return (sentences) =>
		sentences.filter((it) => {
			const count = left.get(key(it)) ?? 0;
			if (count > 0) left.set(key(it), count - 1);
			return count === 0;
		});
};

const tally = (sentences: readonly Sentence[]): Map<string, number> => {
	const counts = new Map<string, number>();
	for (const it of sentences) counts.set(key(it), (counts.get(key(it)) ?? 0) + 1);
	return counts;
};

/** Old sentences beside what became of them. */
const paired = ({ from, to }: Gap): Passage['pairs'] => {
	const blocks = (sentences: readonly Sentence[]) =>
		new Map(sentences.map((it): [Block, Sentence] => [{ kind: 'paragraph', text: it.text, markdown: it.text }, it]));
	const [old, now] = [blocks(from), blocks(to)];
	return alignBlocks([...old.keys()], [...now.keys()]).map((it) => ({
		from: (it.from && old.get(it.from)) ?? null,
		to: (it.to && now.get(it.to)) ?? null,
	}));
};

/** The places where two texts differ, in sentences; a sentence that only moved differs nowhere. */
export const passagesOf = (from: Sentences, to: Sentences, redline: Redline): Passage[] => {
	const gaps = changedRuns(redline).map(
		(run): Gap => ({
			from: run.flatMap(({ op, block, old }) => (op === 'insert' ? [] : from(old ?? block))),
			to: run.flatMap(({ op, block }) => (op === 'delete' ? [] : to(block))),
		}),
	);
	const [stillThere, thereBefore] = [tally(gaps.flatMap((it) => it.to)), tally(gaps.flatMap((it) => it.from))];
	const [oldLeft, newLeft] = [without(stillThere), without(thereBefore)];
	const passages = gaps
		.map((gap): Gap => ({ from: oldLeft(gap.from), to: newLeft(gap.to) }))
		// Cut into lines and cells another way, the same words say the same.
		.filter((gap) => letters(gap.from) !== letters(gap.to))
		.map((gap) => passageOf(paired(gap)));
	return reunited(passages).filter((it) => it.pairs.length > 0);
};

/** An old sentence and a new one that stand in different places are the same one moved and altered from this likeness on. */
const alike = 0.6;

const lone = (passages: readonly Passage[], side: 'from' | 'to'): Sentence[] =>
	passages.flatMap(({ pairs }) => pairs.flatMap((it) => (it.from && it.to ? [] : (it[side] ?? []))));

/** Passages in which each sentence that moved and was altered stands beside its counterpart. */
const reunited = (passages: readonly Passage[]): Passage[] => {
	const moved = likest(lone(passages, 'from'), lone(passages, 'to'), ({ text }) => text, alike);
	const gone = new Set<Sentence>(moved.flatMap(({ from, to }) => [from, to]));
	const stays = (it: Sentence | null) => it !== null && !gone.has(it);
	return [
		...passages.map(({ pairs }) => passageOf(pairs.filter((it) => stays(it.from) || stays(it.to)))),
		...moved.map((pair) => passageOf([pair])),
	];
};
