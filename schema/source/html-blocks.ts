import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import type { Block } from '../notice/model.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;
type Make = (text: string, markdown: string) => Block;

const isElement = (node: Node | undefined): node is Element => node !== undefined && 'tagName' in node;
const childrenOf = (node: Node | undefined): Node[] => (isElement(node) ? node.childNodes : []);
const attribute = (node: Element, name: string): string | undefined => node.attrs.find((it) => it.name === name)?.value;

// Chrome around a text is no text of the notice.
const silent = /^(head|script|style|template|noscript|nav|svg|iframe|button|select|dialog)$/;
const blocky =
	/^(address|article|aside|blockquote|body|dd|details|div|dl|dt|figure|footer|form|h[1-6]|header|hr|li|main|ol|p|pre|section|summary|table|ul)$/;

const isSilent = (node: Node): boolean =>
	isElement(node) && (silent.test(node.tagName) || attribute(node, 'hidden') !== undefined);
const isBlocky = (node: Node): boolean =>
	isElement(node) && (blocky.test(node.tagName) || node.childNodes.some(isBlocky));

const textOf = (node: Node): string => ('value' in node ? node.value : childrenOf(node).map(textOf).join(''));

const collapsed = (text: string): string => text.replace(/[^\S\n]*\n[^\S\n]*/g, '\n').trim();

const inline = (node: Node): { text: string; markdown: string } => {
	if ('value' in node) {
		const text = node.value.replace(/\s+/g, ' ');
		return { text, markdown: text };
	}
	if (!isElement(node) || isSilent(node)) return { text: '', markdown: '' };
	if (node.tagName === 'br') return { text: '\n', markdown: '\\\n' };
	const inner = run(node.childNodes);
	const to = node.tagName === 'a' && attribute(node, 'href');
	return to ? { text: inner.text, markdown: `[${inner.markdown}](${to})` } : inner;
};

const run = (nodes: readonly Node[]): { text: string; markdown: string } => {
	const parts = nodes.map(inline);
	return { text: parts.map((it) => it.text).join(''), markdown: parts.map((it) => it.markdown).join('') };
};

const boldHeading: Make = (text, markdown) => ({ kind: 'heading', depth: 5, id: '', text, markdown });
const paragraph: Make = (text, markdown) => ({ kind: 'paragraph', text, markdown });

/** A line that is nothing but a few words in bold is a heading to its reader. */
const isBoldLine = (nodes: readonly Node[]): boolean => {
	const [only, ...more] = nodes.filter((it) => !('value' in it) || it.value.trim());
	return (
		isElement(only) &&
		/^(b|strong)$/.test(only.tagName) &&
		more.length === 0 &&
		/^.{1,80}[^.!?]$/s.test(run([only]).text.trim())
	);
};

/** Neighbours that stand in one line make a block; others make their own. */
const blocksIn = (nodes: readonly Node[], make: Make, depth: number): Block[] => {
	const out: Block[] = [];
	let line: Node[] = [];
	const flush = () => {
		const { text, markdown } = run(line);
		const said: [string, string] = [collapsed(text), collapsed(markdown)];
		if (said[0]) out.push(make === paragraph && isBoldLine(line) ? boldHeading(...said) : make(...said));
		line = [];
	};
	for (const node of nodes.filter((it) => !isSilent(it))) {
		if (!isElement(node) || !isBlocky(node)) line.push(node);
		else {
			flush();
			out.push(...blocksOfElement(node, make, depth));
		}
	}
	flush();
	return out;
};

const blocksOfElement = (node: Element, make: Make, depth: number): Block[] => {
	if (/^h[1-6]$/.test(node.tagName)) return headingOf(node);
	if (node.tagName === 'ul' || node.tagName === 'ol') return itemsOf(node, depth);
	if (node.tagName === 'table') return rowsOf(node);
	// Markdown takes HTML that is indented for code.
	if (node.tagName === 'pre' && /<\/[a-z]+>/i.test(textOf(node))) return htmlBlocks(textOf(node));
	return blocksIn(node.childNodes, make, depth);
};

const headingOf = (node: Element): Block[] => {
	const { text, markdown } = run(node.childNodes);
	const said = { text: collapsed(text), markdown: collapsed(markdown) };
	const id = attribute(node, 'id') ?? '';
	return said.text ? [{ kind: 'heading', depth: Number(node.tagName[1]), id, ...said }] : [];
};

const itemsOf = (list: Element, depth: number): Block[] =>
	list.childNodes
		.filter(isElement)
		.flatMap((node, index) =>
			node.tagName === 'li'
				? itemOf(node, depth, list.tagName === 'ol' ? `${index + 1}.` : '•')
				: blocksOfElement(node, paragraph, depth + 1),
		);

const itemOf = (node: Element, depth: number, marker: string): Block[] => {
	let left = marker;
	const make: Make = (text, markdown) => {
		const block: Block = { kind: 'item', depth, marker: left, text, markdown };
		left = '';
		return block;
	};
	return blocksIn(node.childNodes, make, depth + 1);
};

const within = (node: Node | undefined, tag: RegExp): Element[] =>
	childrenOf(node).flatMap((it) => (isElement(it) && tag.test(it.tagName) ? [it] : within(it, tag)));

const rowsOf = (table: Element): Block[] =>
	within(table, /^tr$/).map((row, index) => {
		const cells = within(row, /^t[hd]$/).map((cell) => run(cell.childNodes));
		const texts = cells.map((it) => collapsed(it.text));
		const markdown = `| ${cells.map((it) => collapsed(it.markdown)).join(' | ')} |`;
		return { kind: 'row', header: index === 0, cells: texts, text: texts.join(' | '), markdown };
	});

/** What a page says, in reading order: that of its main part where it has one, without what surrounds a text. */
export const htmlBlocks = (html: string): Block[] => {
	const page = parse(html).childNodes;
	const [main] = page.flatMap((it) => within(it, /^main$/));
	const [body] = page.flatMap((it) => within(it, /^body$/));
	if (main) return blocksIn(main.childNodes, paragraph, 0);
	const surrounds = (it: Node) => isElement(it) && /^(header|footer)$/.test(it.tagName);
	return blocksIn(
		childrenOf(body).filter((it) => !surrounds(it)),
		paragraph,
		0,
	);
};
