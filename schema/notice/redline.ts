import type { Block, Edition, Redline, RedlineBlock, RedlineSection, Span } from './model.ts';
import { alignBlocks, alignByKey, type Pair } from './redline-align.ts';
import { dataChanges } from './redline-data.ts';
import { likest } from './redline-likeness.ts';
import { tidy, wordSpans } from './redline-words.ts';

/** One version in one language, as far as a redline needs it. */
export interface RedlineSide extends Pick<Edition, 'blocks'> {
	/** Null where the text is all there is. */
	promises: Edition['promises'] | null;
	/** The version. */
	id: string;
	notice: string;
}

/** The text that a redline rebuilds: that of the blocks, a line each. */
export const plainText = (blocks: readonly Pick<Block, 'text'>[]): string => blocks.map(({ text }) => text).join('\n');

/** Everything that two versions have in common and not: in data, by section and block, and word by word. */
export const redline = (from: RedlineSide, to: RedlineSide): Redline => {
	const [old, now] = [split(from.blocks), split(to.blocks)];
	const pairs = alignByKey(renamed(old, now), now, ({ key }) => key);
	const sections = pairs.map((pair) => redlineSection(pair, movedAfter(pair, old, now)));
	return {
		notice: to.notice,
		from: from.id,
		to: to.id,
		data: from.promises && to.promises ? dataChanges(from.promises, to.promises) : [],
		sections,
		spans: joined(sections.flatMap(({ blocks }) => blocks)),
	};
};

interface Part {
	/** The heading's; empty for what stands before the first heading. */
	id: string;
	/** The id, or that of the section which this one became. */
	key: string;
	heading: string;
	blocks: Block[];
}

const split = (blocks: readonly Block[]): Part[] => {
	const parts: Part[] = [];
	for (const block of blocks) {
		if (block.kind === 'heading') parts.push({ id: block.id, key: block.id, heading: block.text, blocks: [] });
		if (parts.length === 0) parts.push({ id: '', key: '', heading: '', blocks: [] });
		parts.at(-1)?.blocks.push(block);
	}
	return parts;
};

/** Two sections whose ids differ are one under another name where their words are this alike. */
const alike = 0.6;

/** The old sections, each that is gone by name under the name of the new one that it is most like. */
const renamed = (old: readonly Part[], now: readonly Part[]): Part[] => {
	const lone = (these: readonly Part[], others: readonly Part[]) =>
		these.filter(({ id }) => !others.some((it) => it.id === id));
	const pairs = likest(lone(old, now), lone(now, old), ({ blocks }) => plainText(blocks), alike);
	return old.map((it) => ({ ...it, key: pairs.find(({ from }) => from === it)?.to.id ?? it.id }));
};

/** The heading after which a section stood before it moved; undefined where it did not move. */
const movedAfter = ({ from, to }: Pair<Part>, old: readonly Part[], now: readonly Part[]): string | undefined => {
	const [here, there] = to ? [to, old] : [from, now];
	const at = from && to ? -1 : there.findIndex(({ id }) => id === here?.id);
	return at < 0 ? undefined : (there[at - 1]?.heading ?? '');
};

const redlineSection = ({ from, to }: Pair<Part>, moved: string | undefined): RedlineSection => {
	const blocks = alignBlocks(from?.blocks ?? [], to?.blocks ?? []).map(redlineBlock);
	const { id = '', heading = '' } = to ?? from ?? {};
	const same = blocks.every(({ op }) => op === 'equal');
	return {
		id,
		heading,
		op: from === undefined ? 'insert' : to === undefined ? 'delete' : same ? 'equal' : 'change',
		...(moved !== undefined && { moved }),
		blocks,
	};
};

const redlineBlock = ({ from, to }: Pair<Block>): RedlineBlock => {
	if (from === undefined) return whole('insert', to);
	if (to === undefined) return whole('delete', from);
	const op = from.text === to.text && from.markdown === to.markdown ? 'equal' : 'change';
	const row = rowSpans(from, to);
	const spans = row?.spans ?? wordSpans(from.text, to.text);
	return { op, block: to, ...(op === 'change' && { old: from }), spans, ...(row && { cells: row.cells }) };
};

const whole = (op: 'insert' | 'delete', block: Block): RedlineBlock => ({
	op,
	block,
	spans: tidy([{ op, text: block.text }]),
	...(block.kind === 'row' && { cells: block.cells.map((text) => tidy([{ op, text }])) }),
});

/** Cell beside cell; columns that only one of the rows has are removed or added as a whole. */
const cellSpans = (from: readonly string[], to: readonly string[]): Span[][] =>
	Array.from({ length: Math.max(from.length, to.length) }, (_, i) => wordSpans(from[i] ?? '', to[i] ?? ''));

type Cells = readonly string[];

const barred = (spans: readonly Span[][], from: Cells, to: Cells): Span[] =>
	tidy(
		spans.flatMap((cell, i): Span[] => {
			const op = i >= from.length ? 'insert' : i >= to.length ? 'delete' : 'equal';
			return i === 0 ? cell : [{ op, text: ' | ' }, ...cell];
		}),
	);

const isRow = (block: Block): block is Block & { kind: 'row' } => block.kind === 'row';

/** A row's spans cell by cell, and as one; without the latter where its text is not its cells joined by bars. */
const rowSpans = (from: Block, to: Block): { cells: Span[][]; spans: Span[] | undefined } | undefined => {
	if (!isRow(from) || !isRow(to)) return undefined;
	const cells = cellSpans(from.cells, to.cells);
	const joins = from.text === from.cells.join(' | ') && to.text === to.cells.join(' | ');
	return { cells, spans: joins ? barred(cells, from.cells, to.cells) : undefined };
};

/** The blocks' spans as one list; a line break belongs to whichever text has a block on either side of it. */
const joined = (blocks: readonly RedlineBlock[]): Span[] => {
	const begun = { from: false, to: false };
	const spans = blocks.flatMap(({ op, spans }) => {
		const [inFrom, inTo] = [op !== 'insert', op !== 'delete'];
		const breaks = lineBreak(inFrom && begun.from, inTo && begun.to);
		begun.from ||= inFrom;
		begun.to ||= inTo;
		return [...breaks, ...spans];
	});
	return tidy(spans);
};

const lineBreak = (inFrom: boolean, inTo: boolean): Span[] => {
	if (!inFrom && !inTo) return [];
	return [{ op: inFrom && inTo ? 'equal' : inFrom ? 'delete' : 'insert', text: '\n' }];
};
