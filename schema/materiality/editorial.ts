import { diffArrays } from 'diff';
import type { Passage, Sentence } from './model.ts';
import { ownerOf, plainWords } from './sentences.ts';

/** Words that are never a slip of the pen: numbers, denials, modals, and pairs that look alike and mean the contrary. */
const weighty = new Set(
	`one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen eighteen twenty thirty
	forty fifty sixty ninety hundred first second third half quarter hour hours day days week weeks month months year years
	never none without cannot neither except unless only solely will would shall should could might must always ever
	include includes included including exclude excludes excluded excluding accept accepts accepted except internal external
	increase decrease more less most least before after within import export employer employee employers employees
	consent content sell sells sold sale sales share shares shared sharing disclose disclosed retain retained delete deleted
	collect collected purpose purposes access children minors advertising marketing`.split(/\s+/),
);

const contrary = /^(?:un|in|il|im|ir|non|dis|anti|de|re)/;

/** Whether the first word is the second with a prefix that turns its meaning. */
const negates = (a: string, b: string): boolean => contrary.test(a) && a.replace(contrary, '') === b;

/** The number of letters to add, remove or replace to make one word the other. */
const distance = (a: string, b: string): number => {
	let row = Array.from({ length: b.length + 1 }, (_, j) => j);
	for (const [i, letter] of [...a].entries()) {
		const next = [i + 1];
		for (let j = 0; j < b.length; j += 1) {
			const replaced = (row[j] ?? 0) + (letter === b[j] ? 0 : 1);
			next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
		}
		row = next;
	}
	return row.at(-1) ?? 0;
};

/** Whether two words are one, of which either is a slip; short words are too alike to tell. */
const isSlip = (a: string, b: string, names: ReadonlySet<string>): boolean =>
	Math.min(a.length, b.length) > 3 &&
	![a, b].some((it) => weighty.has(it) || names.has(it) || /['\p{N}]/u.test(it)) &&
	!negates(a, b) &&
	!negates(b, a) &&
	distance(a, b) <= 2;

const capitals = /(?<=[^\s.!?:]\s+)\p{Lu}[\p{L}\p{N}]*/gu;
const namesIn = (text: string): string[] => [...text.matchAll(capitals)].map(([it]) => it.toLowerCase());

/** A word said twice in a row, or not at all, where it was said once. */
const isStutter = (run: readonly string[], before: string | undefined, after: string | undefined): boolean =>
	run.length === 1 && !/^(?:not|no|never)$|\p{N}/u.test(run[0] ?? '') && (run[0] === before || run[0] === after);

/** Whether two texts differ in looks and slips of the pen alone. */
export const isRetyped = (from: string, to: string): boolean => {
	const [old, now] = [plainWords(from), plainWords(to)];
	const names = new Set([...namesIn(from), ...namesIn(to)]);
	let gone: string[] = [];
	let [before, fine]: [string | undefined, boolean] = [undefined, true];
	const settle = (come: string[], after: string | undefined) => {
		fine &&= isFine(gone, come, before, after, names);
		gone = [];
	};
	const runs = diffArrays(old, now);
	for (const [index, { added, removed, value }] of runs.entries()) {
		const next = runs[index + 1];
		if (removed) {
			gone = value;
			if (!next?.added) settle([], next?.value[0]);
		} else if (added) settle(value, next?.value[0]);
		else before = value.at(-1);
	}
	return fine;
};

const isFine = (
	gone: readonly string[],
	come: readonly string[],
	before: string | undefined,
	after: string | undefined,
	names: ReadonlySet<string>,
): boolean => {
	if (gone.length === 0 || come.length === 0) return isStutter([...gone, ...come], before, after);
	if (gone.join('') === come.join('')) return !/\p{N}/u.test(gone.join('')) || gone.join(' ') === come.join(' ');
	return gone.length === come.length && gone.every((it, i) => isSlip(it, come[i] ?? '', names));
};

/** Whether links lead to the same places, or to others of the same owner. */
const sameOwners = (from: Sentence, to: Sentence): boolean =>
	from.links.map(ownerOf).join(' ') === to.links.map(ownerOf).join(' ');

const dated =
	/^[^.]{0,60}\b(?:updated|effective|modified|revised|posted|published|reviewed)\b[^.]{0,60}$|^\W*(?:\p{L}+\.? \d{1,2},? \d{4}|\d{4}-\d{2}-\d{2})\W*$/iu;
const template = /\{\{.*(?:date|lastmod|updated).*\}\}/i;

/** A line that says no more than when the text was made: the versions say that themselves. */
export const isDateLine = ({ text }: Sentence): boolean =>
	template.test(text) || (dated.test(text) && /\d{4}/.test(text));

const day =
	/\b(?:\d{1,2}(?:st|nd|rd|th)? \p{Lu}\p{Ll}+,? \d{4}|\p{Lu}\p{Ll}+ \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{4}-\d{2}-\d{2})/gu;

/** Words without the day from which the text says that it applies, as the opening words do. */
const undated = ({ text, under }: Sentence): string =>
	under === '' || /\b(?:appl(?:y|ies)|effective|in force|updated|revised|version)\b/i.test(text)
		? text.replace(day, '')
		: text;

/** A heading only names what stands under it, unless it denies something. */
const isTitle = ({ text, isHeading }: Sentence): boolean => isHeading && !/\b(?:not|never|no)\b|n['’]t\b/i.test(text);

/** Whether a sentence changed in looks alone: case, punctuation, slips of the pen, links to the same owner; or is a heading. */
export const isEditorial = ({ from, to }: Passage['pairs'][number]): boolean => {
	if ([from, to].every((it) => !it || isTitle(it))) return true;
	return from !== null && to !== null && isRetyped(undated(from), undated(to)) && sameOwners(from, to);
};
