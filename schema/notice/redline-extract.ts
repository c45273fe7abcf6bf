import type { Redline, RedlineBlock, Span } from './model.ts';

/** How a language says in plain text what a page shows by colour. */
export interface ExtractWords {
	added: string;
	removed: string;
}

/** The beginning of a redline as plain text: one line for each block that changed, and how many more there are. */
export interface Extract {
	lines: string[];
	more: number;
}

/** Words of unchanged text that are kept beside a change. */
const contextWords = 6;
/** Longest run of added or removed text, in words. */
const runWords = 40;

const wordsIn = (text: string) => text.match(/\S+/g) ?? [];

const cut = (text: string, most: number): string => {
	const words = wordsIn(text);
	return words.length > most ? `${words.slice(0, most).join(' ')} …` : words.join(' ');
};

/** What stands between two changes, or at an end of the block: its words next to a change. */
const context = (text: string, isFirst: boolean, isLast: boolean): string => {
	const words = wordsIn(text);
	const head = isFirst ? [] : words.slice(0, contextWords);
	const tail = isLast ? [] : words.slice(-contextWords);
	return words.length <= head.length + tail.length ? words.join(' ') : [...head, '…', ...tail].join(' ');
};

const isMark = ({ op, text }: Span) => op !== 'equal' && text.trim() !== '';

/** Without a change of words there is nothing to quote: a link moved, or emphasis. */
const lineOf = ({ spans }: RedlineBlock, heading: string, { added, removed }: ExtractWords): string | null => {
	if (!spans.some(isMark)) return null;
	const parts = spans.map((span, index) =>
		span.op === 'equal'
			? context(span.text, index === 0, index === spans.length - 1)
			: isMark(span)
				? `[${span.op === 'insert' ? added : removed}: ${cut(span.text, runWords)}]`
				: '',
	);
	const quoted = parts
		.filter(Boolean)
		.join(' ')
		.replace(/\] (?=[.,;:!?)])/g, ']');
	return `${heading ? `${heading}: ` : ''}${quoted}`;
};

/** The changed words of a redline with markers that every reader shows, for letters and feeds. */
export const extractOf = ({ sections }: Redline, words: ExtractWords, most: number): Extract => {
	const lines = sections.flatMap(({ heading, blocks }) =>
		blocks.flatMap((block) => {
			const isHeading = block.block.kind === 'heading';
			return block.op === 'equal' ? [] : (lineOf(block, isHeading ? '' : heading, words) ?? []);
		}),
	);
	return { lines: lines.slice(0, most), more: Math.max(0, lines.length - most) };
};
