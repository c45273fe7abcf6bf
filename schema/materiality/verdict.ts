import type { Block, Redline } from '../notice/model.ts';
import { type RedlineSide, redline as redlineOf } from '../notice/redline.ts';
import type { DataChange } from '../notice/redline-data.ts';
import { triggers } from './codes.ts';
import { isDateLine, isEditorial } from './editorial.ts';
import { quoted } from './evidence.ts';
import type { Direction, FiredCode, Passage, Text, Texts, Trigger, Verdict } from './model.ts';
import { passageOf, passagesOf, type Sentences, sentenceReader } from './passages.ts';

const worst = (directions: readonly Direction[]): Direction =>
	directions.find((it) => it === 'adverse') ?? directions.find((it) => it === 'unclear') ?? 'favourable';

interface Shown {
	direction: Direction;
	evidence: string;
}

const inData = ({ data }: Trigger, changes: readonly DataChange[]): Shown[] =>
	changes.flatMap((change) => {
		const direction = data[change.path]?.(change);
		return direction ? [{ direction, evidence: change.line }] : [];
	});

const inProse = ({ prose }: Trigger, passages: readonly Passage[], texts: Texts): Shown[] =>
	passages
		.flatMap((passage) => prose(passage, texts))
		.map(({ direction, from, to }) => ({ direction, evidence: quoted(from, to) }));

const fired = (trigger: Trigger, data: readonly DataChange[], passages: readonly Passage[], texts: Texts) => {
	const all = [...inData(trigger, data), ...inProse(trigger, passages, texts)];
	if (all.length === 0) return [];
	const evidence = [...new Set(all.map((it) => it.evidence))];
	return [{ code: trigger.code, direction: worst(all.map((it) => it.direction)), evidence } satisfies FiredCode];
};

/** What became of the sentences, without the lines that say when a text was made. */
const undated = ({ pairs }: Passage): Passage['pairs'] =>
	pairs
		.map(({ from, to }) => ({
			from: from && !isDateLine(from) ? from : null,
			to: to && !isDateLine(to) ? to : null,
		}))
		.filter(({ from, to }) => from || to);

const once = <T>(make: () => T): (() => T) => {
	let made: { value: T } | undefined;
	return () => {
		made ??= { value: make() };
		return made.value;
	};
};

/** Most changes need neither, and both cost more than finding the change. */
const textOf = (blocks: readonly Block[], sentences: Sentences): Text => ({
	words: once(() =>
		blocks
			.map(({ text, markdown }) => `${text}\n${markdown}`)
			.join('\n')
			.toLowerCase(),
	),
	sentences: once(() => blocks.flatMap(sentences)),
});

/** What the change from one text to another amounts to, each kind of material change with the words that show it. */
export const verdict = (from: RedlineSide, to: RedlineSide, redline: Redline = redlineOf(from, to)): Verdict => {
	const [old, now] = [sentenceReader(from.blocks), sentenceReader(to.blocks)];
	const passages = passagesOf(old, now, redline)
		.map((it) => passageOf(undated(it).filter((pair) => !isEditorial(pair))))
		.filter(({ pairs }) => pairs.length > 0);
	const texts = { from: textOf(from.blocks, old), to: textOf(to.blocks, now) };
	const codes = triggers.flatMap((it) => fired(it, redline.data, passages, texts));
	if (codes.length > 0) return { class: 'material', codes };
	return { class: passages.length === 0 && redline.data.length === 0 ? 'editorial' : 'substantive', codes };
};
