import { defineMdastPlugin, type MdastNode, type MdastVisitorContext, markdownToHtml } from 'satteri';
import { features, frontMatterOf, parseYaml } from '../notice/parse.ts';
import { readHtml } from './html.ts';
import type { Draft } from './piece.ts';

type NodeOf<Type extends MdastNode['type']> = Extract<MdastNode, { type: Type }>;

const locate = (node: Readonly<MdastNode>, visitor: MdastVisitorContext) => {
	const properties = (node.data as { hProperties?: object } | undefined)?.hProperties;
	const line = String(node.position?.start.line ?? 0);
	visitor.setProperty(node, 'data', { ...node.data, hProperties: { ...properties, 'data-line': line } });
};

const noteText = ({ label, children }: Readonly<NodeOf<'footnoteDefinition'>>): MdastNode[] => {
	const [first, ...rest] = children;
	const mark: NodeOf<'text'> = { type: 'text', value: `[${label}] ` };
	if (first?.type !== 'paragraph') return [{ type: 'paragraph', children: [mark] }, ...children];
	return [{ ...first, children: [mark, ...first.children] }, ...rest];
};

/** A table as wide as its widest row: cells beyond the row of headings would be dropped otherwise. */
const widened = (table: Readonly<NodeOf<'table'>>): NodeOf<'table'> => {
	const [head, ...rows] = table.children;
	const width = Math.max(...table.children.map((it) => it.children.length));
	const missing = Array.from({ length: width - (head?.children.length ?? width) }, () => ({
		type: 'tableCell' as const,
		children: [],
	}));
	const data = { hProperties: { 'data-line': String(table.position?.start.line ?? 0) } };
	const align = Array.from({ length: width }, () => null);
	const children = head ? [{ ...head, children: [...head.children, ...missing] }, ...rows] : rows;
	return { ...table, align, children, data };
};

/** Notes become text where they stand, `[1]` in both places, and every block says its line. */
const plugin = defineMdastPlugin({
	name: 'import',
	options: { position: true },
	footnoteReference: (node, visitor) => visitor.replaceNode(node, { type: 'text', value: `[${node.label}]` }),
	footnoteDefinition: (node, visitor) => visitor.replaceNode(node, noteText(node)),
	paragraph: locate,
	heading: locate,
	listItem: locate,
	table: (node, visitor) => visitor.replaceNode(node, widened(node)),
	code: locate,
	blockquote: locate,
});

const titleOf = (source: string): string | null => {
	const data: unknown = parseYaml(frontMatterOf(source) ?? '').data;
	const title = data && typeof data === 'object' && 'title' in data ? data.title : null;
	return typeof title === 'string' && title.trim() ? title.trim() : null;
};

/** The pieces of a Markdown text, the HTML in it read as a browser reads it. */
export const readMarkdown = (source: string, options: { keepAll: boolean }): Draft => {
	const { html } = markdownToHtml(source, { features, mdastPlugins: [plugin] });
	return { ...readHtml(html, { ...options, located: false }), title: titleOf(source) };
};
