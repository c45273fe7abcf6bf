import type { Flaw } from '../notice/parse.ts';
import { type EditionDraft, eachEdition, type Rule } from './rule.ts';
import { lineOfNode, walk } from './walk.ts';

const allowed = new Set([
	'root',
	'yaml',
	'heading',
	'paragraph',
	'text',
	'emphasis',
	'strong',
	'link',
	'break',
	'inlineCode',
	'list',
	'listItem',
	'table',
	'tableRow',
	'tableCell',
	// Which elements these may be is known to the components' own list.
	'mdxJsxFlowElement',
	'mdxJsxTextElement',
]);

const instead: Readonly<Record<string, string>> = {
	mdxjsEsm: 'import and export would run as a program. Remove the line; components need no import.',
	mdxFlowExpression: 'What stands in braces would run as a program. Remove it; a literal brace is written \\{.',
	mdxTextExpression: 'What stands in braces would run as a program. Remove it; a literal brace is written \\{.',
	html: 'HTML is not read here. Write it as Markdown.',
	image: 'A picture cannot be read aloud, compared or searched. Say in words what it shows.',
	blockquote:
		'A quotation cannot be told from the notice’s own words here. Write it as a paragraph with quotation marks.',
	code: 'An indented or fenced block is not text of a notice. Write it as a paragraph.',
	thematicBreak: 'A line across the page has no words. Use a heading.',
	footnoteReference: 'A footnote is read by few. Put its words into the text.',
};

const checkNodes = ({ root, expansionFlaws }: EditionDraft): Flaw[] => [
	...expansionFlaws,
	...walk(root)
		.filter((node) => !allowed.has(node.type))
		.map((node) => ({
			line: lineOfNode(node),
			message:
				instead[node.type] ?? `A notice cannot contain ${node.type}. Use paragraphs, headings, lists and tables.`,
		})),
];

/** A notice is text and the components that print its data; nothing in it can run. */
export const f11AllowList: Rule = {
	id: 'F11',
	level: 'error',
	citation: 'MDX runs at build time whatever it contains.',
	check: (context) => eachEdition(context, checkNodes),
};
