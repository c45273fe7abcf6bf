import { type ChangeObject, diffArrays } from 'diff';
import type { Span } from './model.ts';

/** A text cut into words, runs of white space and single other characters; joined, they are the text again. */
export const tokens = (text: string): string[] => text.match(/[\p{L}\p{M}\p{N}]+|\s+|[^\s\p{L}\p{M}\p{N}]/gu) ?? [];

/** Beyond this many words added and removed, two texts are told apart as a whole: a finer redline helps nobody. */
const maxEditLength = 3000;

const runs = (from: string[], to: string[]): ChangeObject<string[]>[] | undefined =>
	diffArrays(from, to, { maxEditLength });

/** What to keep, remove and add, word by word, to make one text the other; rebuilds both to the letter. */
export const wordSpans = (from: string, to: string): Span[] => {
	if (from === to) return tidy([{ op: 'equal', text: from }]);
	const found = runs(tokens(from), tokens(to));
	return grouped(tidy(found ? found.map(spanOf) : replaced(from, to)));
};

const replaced = (from: string, to: string): Span[] => [
	{ op: 'delete', text: from },
	{ op: 'insert', text: to },
];

const spanOf = ({ added, removed, value }: ChangeObject<string[]>): Span => ({
	op: added ? 'insert' : removed ? 'delete' : 'equal',
	text: value.join(''),
});

/** The same redline in its shortest form: nothing empty, no two runs of a kind side by side, removed before added. */
export const tidy = (spans: readonly Span[]): Span[] => {
	const out: Span[] = [];
	const gap = { delete: '', insert: '' };
	const flush = () => {
		if (gap.delete) out.push({ op: 'delete', text: gap.delete });
		if (gap.insert) out.push({ op: 'insert', text: gap.insert });
		gap.delete = gap.insert = '';
	};
	for (const { op, text } of spans) {
		if (op !== 'equal') gap[op] += text;
		else if (text) {
			flush();
			const last = out.at(-1);
			if (last?.op === 'equal') last.text += text;
			else out.push({ op, text });
		}
	}
	flush();
	return out;
};

/** Up to two short words that happen to be kept between two changes are read as part of one change. */
const isStutter = (text: string): boolean => /^[^\p{L}\p{N}\n]*(\p{L}{1,3}[^\p{L}\p{N}\n]*){0,2}$/u.test(text);

const grouped = (spans: Span[]): Span[] =>
	tidy(
		spans.flatMap((span, i): Span[] =>
			span.op === 'equal' && i > 0 && i < spans.length - 1 && isStutter(span.text)
				? replaced(span.text, span.text)
				: [span],
		),
	);
