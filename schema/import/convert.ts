import { withoutTail } from './chrome.ts';
import { readHtml } from './html.ts';
import { readMarkdown } from './markdown.ts';
import type { Settings } from './outcome.ts';
import type { Draft, Format, Piece } from './piece.ts';
import { plainWords } from './plain-words.ts';
import { cleaned, templateRemarks, withoutTags } from './source.ts';
import { readPlainText } from './text.ts';

type Options = Pick<Settings, 'keepAll'>;

const readers: Readonly<Record<Format, (source: string, options: Options) => Draft>> = {
	text: readPlainText,
	html: (source, { keepAll }) => readHtml(source, { keepAll, located: true }),
	markdown: readMarkdown,
};

const tagPiece = ({ line, text }: { line: number; text: string }): Piece => ({
	kind: 'paragraph',
	line,
	anchors: [],
	runs: [{ text }],
	leftOut: 'a tag that prints no words',
});

/** A source as the pieces of a notice, and its words as another way of reading finds them. */
export const convert = (
	source: string,
	format: Format,
	options: Options,
): Draft & { words: string[]; tags: Piece[] } => {
	const text = cleaned(source);
	const bare = format === 'text' || options.keepAll ? { text, tags: [] } : withoutTags(text);
	const draft = readers[format](bare.text, options);
	return {
		...draft,
		pieces: options.keepAll ? draft.pieces : withoutTail(draft.pieces),
		remarks: [...draft.remarks, ...templateRemarks(bare.text)].toSorted((a, b) => a.line - b.line),
		words: plainWords(bare.text, format),
		tags: bare.tags.map(tagPiece),
	};
};
