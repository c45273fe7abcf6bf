import { type DefaultTreeAdapterMap, parse } from 'parse5';
import { plainOf } from '../notice/markdown.ts';
import { parseBody } from '../notice/parse.ts';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

const childrenOf = (node: Node): Node[] => ('childNodes' in node ? node.childNodes : []);

const isArticle = (node: Node): node is Element =>
	node.nodeName === 'article' &&
	(node as Element).attrs.some(({ name, value }) => name === 'class' && value === 'text');

const find = (node: Node): Element | null => {
	if (isArticle(node)) return node;
	for (const child of childrenOf(node)) {
		const found = find(child);
		if (found) return found;
	}
	return null;
};

const blocks = new Set(['p', 'li', 'tr', 'h2', 'h3', 'h4', 'ul', 'ol', 'table', 'div', 'caption']);

const linesOf = (node: Node): string => {
	if ('value' in node && node.nodeName === '#text') return node.value;
	const inner = childrenOf(node).map(linesOf).join('');
	return blocks.has(node.nodeName) ? `\n${inner}\n` : inner;
};

/** Marks that a browser draws from a list or a table are part of the text and not of the page; spaces are of neither. */
const wordsOfLine = (line: string) =>
	line
		.normalize('NFC')
		.replace(/[|•\\]/g, '')
		.replace(/^\s*(?:(?:>|\([a-z]+\)|\d+\.)\s+)*/, '')
		.replace(/\s/g, '');

const wordsOf = (lines: string) => lines.split('\n').map(wordsOfLine).join('');

const heading = /^#{1,6} (.*) \{#[a-z0-9-]+\}$/;

/** A word before each line keeps it from being read as a list or a rule. */
const guard = 'x ';

/** The words of Markdown lines without what marks them up. */
const plainLines = (text: string): string => {
	const lines = text.split('\n').map((line) => guard + (heading.exec(line)?.[1] ?? line));
	const body = parseBody(lines.join('\n\n'));
	if ('flaw' in body) return text;
	return body.root.children
		.map((it) => (it.type === 'paragraph' ? plainOf(it.children).slice(guard.length) : ''))
		.join('\n');
};

/** Whether the article of a page has exactly the words of a normalised text (`normalisedText`). */
export const showsText = (html: string, text: string): boolean => {
	const article = find(parse(html));
	return article !== null && wordsOf(linesOf(article)) === wordsOf(plainLines(text));
};
