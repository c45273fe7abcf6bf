import { parse } from 'parse5';
import { type MdastNode, markdownToMdast } from 'satteri';
import { features } from '../notice/parse.ts';
import { attribute, inline, isElement, isText, type Node, silent } from './elements.ts';
import { type Format, wordsIn } from './piece.ts';

const htmlText = (node: Node): string => {
	if (isText(node)) return node.value;
	if (!isElement(node) || silent.has(node.tagName)) return '';
	if (node.tagName === 'img') return attribute(node, 'alt') ?? '';
	const text = node.childNodes.map(htmlText).join('');
	return inline.has(node.tagName) ? text : ` ${text} `;
};

const textOfHtml = (source: string): string =>
	parse(source, { scriptingEnabled: false }).childNodes.map(htmlText).join('');

const escaped = (value: string) => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const phrasing = new Set(['emphasis', 'strong', 'delete', 'link', 'linkReference']);

/** The words of a Markdown node as HTML without any tag but the author's own. */
const flat = (node: MdastNode): string => {
	switch (node.type) {
		case 'text':
		case 'inlineCode':
			return escaped(node.value);
		case 'code':
			return `\n${escaped(node.value)}\n`;
		case 'html':
			return node.value;
		case 'image':
		case 'imageReference':
			return escaped(node.alt ?? '');
		case 'footnoteReference':
			return escaped(`[${node.label}]`);
		case 'break':
			return '\n';
		default: {
			const text = 'children' in node ? node.children.map(flat).join('') : '';
			const label = node.type === 'footnoteDefinition' ? escaped(`[${node.label}] `) : '';
			return phrasing.has(node.type) ? text : `\n${label}${text}\n`;
		}
	}
};

/** Marks of a plain text that are no words: bullets before a line, and lines drawn under or between others. */
const drawn = /^[ \t]*(?:[•*‣◦·–—-](?:[ \t]+|$)|[=_*~-]{3,}[ \t]*$)/gm;

/** All words of a source in order, taken from it by another way than its conversion goes. */
export const plainWords = (source: string, format: Format): string[] => {
	if (format === 'text') return wordsIn(source.replace(drawn, ' '));
	if (format === 'html') return wordsIn(textOfHtml(source));
	return wordsIn(textOfHtml(flat(markdownToMdast(source, { features }))));
};
