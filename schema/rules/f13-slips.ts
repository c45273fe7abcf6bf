import type { Flaw } from '../notice/parse.ts';
import { passagesOf } from './prose.ts';
import { type EditionDraft, eachEdition, type Rule } from './rule.ts';

const doubled = /(?<![\p{L}’'-])(?!(?:that|had) )(\p{L}{2,}) \1(?![\p{L}’'-])/giu;

/** Two small words of English written as one, such as "belowof". */
const joined =
	/\b(?:about|above|and|below|by|from|our|that|the|their|this|through|under|which|your)(?:and|from|of|our|that|the|to|with|your)\b/gi;

const curly = /[‘’“”]/;
const straight = /["']/;

const checkPassages = (draft: EditionDraft): Flaw[] => {
	const passages = passagesOf(draft);
	const first = passages.find(({ text }) => straight.test(text));
	const mixed = first && passages.some(({ text }) => curly.test(text));
	return [
		...passages.flatMap(({ text, line }) => [
			...[...text.matchAll(doubled)].map(([twice]) => ({ line, message: `'${twice}' says a word twice. Remove one.` })),
			...[...text.matchAll(joined)].map(([words]) => ({
				line,
				message: `'${words}' looks like two words joined. Put a space between them.`,
			})),
		]),
		...(mixed
			? [
					{
						line: first.line,
						message: 'Straight and curly quotation marks stand side by side. Use one kind throughout.',
					},
				]
			: []),
	];
};

/** No word stands twice, no two are joined, and quotation marks are of one kind. */
export const f13Slips: Rule = {
	id: 'F13',
	level: 'warning',
	citation: 'Seen in published notices: "belowof", "the the".',
	check: (context) => eachEdition(context, checkPassages),
};
