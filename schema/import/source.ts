import type { Remark } from './piece.ts';

/** Tags of Liquid and attribute lists of kramdown: they stand in a source and never were words of a page. */
const tags =
	/\{%-?\s*comment\s*-?%\}[\s\S]*?\{%-?\s*endcomment\s*-?%\}|\{%[^\n]*?%\}|[ \t]*\{:[^\n{}]*\}|^[ \t]*\{::[^\n{}]*\/?\}[ \t]*$/gm;

/** Templates of Mustache, Liquid, Hugo and the like: words stood in their place. */
const templates = /\{\{[^\n]*?\}\}\}?/g;

// Characters that are no text and that no two parsers read alike.
const controls = /[\p{Cc}\ufeff\u2028\u2029]/gu;

const lineAt = (text: string, offset: number) => text.slice(0, offset).split('\n').length;

const found = (text: string, pattern: RegExp) =>
	[...text.matchAll(pattern)].map((it) => ({ line: lineAt(text, it.index), text: it[0].trim() }));

/** A source with its line ends made one way and characters that are no text made spaces. */
export const cleaned = (source: string): string =>
	source.replace(/\r\n?/g, '\n').replace(controls, (mark) => (mark === '\n' || mark === '\t' ? mark : ' '));

/** A source without its tags, each line where it was, and the tags that were taken out. */
export const withoutTags = (source: string): { text: string; tags: { line: number; text: string }[] } => ({
	text: source.replace(tags, (tag) => '\n'.repeat(tag.split('\n').length - 1)),
	tags: found(source, tags),
});

/** A remark for each template, whose words the source does not know. */
export const templateRemarks = (source: string): Remark[] =>
	found(source, templates).map(({ line, text }) => ({
		line,
		message: `The template '${text}' is kept as it stands, though readers saw other words. Put those into the source and import again.`,
	}));
