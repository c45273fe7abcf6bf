import { eachEdition, type Rule } from './rule.ts';

/** What holds the place of words still to come. */
export const placeholders: readonly RegExp[] = [
	/\[(?:date|link|tbd|todo|xx+|name|company)\b[^\]]*\](?!\()/i,
	/\b(?:TODO|TBD|FIXME|XXX+)\b/,
	/\blorem ipsum\b/i,
	/\{\{/,
];

/** Whether a text holds a place for words still to come. */
export const holdsPlace = (text: string): boolean => placeholders.some((it) => it.test(text));

/** No place is held for words still to come. */
export const f6NoPlaceholders: Rule = {
	id: 'F6',
	level: 'error',
	citation: 'Seen in published notices: "[DATE]", "TBD", "{{company}}".',
	check: (context) =>
		eachEdition(context, ({ source }) =>
			source.split('\n').flatMap((text, index) => {
				const found = placeholders.map((it) => it.exec(text)?.[0]).find((it) => it !== undefined);
				return found ? [{ line: index + 1, message: `'${found}' holds a place. Write what is to stand here.` }] : [];
			}),
		),
};
