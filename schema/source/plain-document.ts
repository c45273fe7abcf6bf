import { extname } from 'node:path';
import { markdownToHtml } from 'satteri';
import type { Promises } from '../notice/frontmatter.ts';
import type { Block } from '../notice/model.ts';
import { features } from '../notice/parse.ts';
import { readCanonical } from './edition.ts';
import { htmlBlocks } from './html-blocks.ts';

/** Any text as a redline wants it; `promises` only where it is a version with the project's own front matter. */
export interface PlainDocument {
	blocks: Block[];
	promises: Promises | null;
}

const slugOf = (text: string): string =>
	text
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, '-')
		.replace(/^-|-$/g, '') || 'section';

/** Headings without an id of their own are named by their words; no two have the same. */
const withIds = (blocks: readonly Block[]): Block[] => {
	const seen = new Map<string, number>();
	return blocks.map((block) => {
		if (block.kind !== 'heading') return block;
		const name = block.id || slugOf(block.text);
		const count = (seen.get(name) ?? 0) + 1;
		seen.set(name, count);
		return { ...block, id: count > 1 ? `${name}-${count}` : name };
	});
};

const tomlFrontMatter = /^\+\+\+[ \t]*\r?\n[\s\S]*?\n\+\+\+[ \t]*(\r?\n|$)/;

const markdownBlocks = (source: string): Block[] =>
	htmlBlocks(markdownToHtml(source.replace(tomlFrontMatter, ''), { features }).html);

const isTitle = (text: string): boolean =>
	/^[^\n]{3,80}$/.test(text) &&
	/^\p{Lu}/u.test(text) &&
	!/[.,;:!?]$|\d{4}/.test(text) &&
	text.split(/\s+/).length <= 10;

/** Stretches between empty lines, which are blocks too, so that joined by line breaks they are the text to the letter. */
const textBlocks = (source: string): Block[] => {
	const paragraphs: string[] = [];
	let open = false;
	for (const line of source.split('\n')) {
		const blank = line.trim() === '';
		if (open && !blank) paragraphs[paragraphs.length - 1] += `\n${line}`;
		else paragraphs.push(line);
		open = !blank;
	}
	return paragraphs.map((text) =>
		isTitle(text)
			? { kind: 'heading', depth: 2, id: '', text, markdown: text }
			: { kind: 'paragraph', text, markdown: text },
	);
};

const mdxBlocks = (source: string, name: string): PlainDocument => {
	const place = { path: name, file: name, locale: 'en', notice: '', zone: 'UTC' };
	const { draft } = readCanonical(place, source);
	if (!draft) return { blocks: withIds(markdownBlocks(source)), promises: null };
	return { blocks: draft.edition.blocks, promises: draft.edition.promises };
};

/** A file's text by the ending of its name: MDX, Markdown, HTML or plain text. */
export const plainDocument = (name: string, source: string): PlainDocument => {
	const ending = extname(name).toLowerCase();
	if (ending === '.mdx') return mdxBlocks(source, name);
	if (ending === '.md' || ending === '.markdown') return { blocks: withIds(markdownBlocks(source)), promises: null };
	if (ending === '.html' || ending === '.htm') return { blocks: withIds(htmlBlocks(source)), promises: null };
	return { blocks: withIds(textBlocks(source)), promises: null };
};
