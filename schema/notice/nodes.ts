import type { MdastNode } from 'satteri';

type NodeOf<Type extends MdastNode['type']> = Extract<MdastNode, { type: Type }>;

export type Root = NodeOf<'root'>;
export type Paragraph = NodeOf<'paragraph'>;
export type List = NodeOf<'list'>;
export type Table = NodeOf<'table'>;
export type Element = NodeOf<'mdxJsxFlowElement'> | NodeOf<'mdxJsxTextElement'>;
export type Flow = Root['children'][number];
export type Phrasing = Paragraph['children'][number];

/** Class of a list whose items are printed (a), (b), (c). */
const lettered = 'lettered';

/** Attributes of the HTML element that a node becomes; the node types do not name them, though the processor reads them. */
const data = (hProperties: Record<string, string>) => ({ data: { hProperties } });

/** The attribute that a node gives its HTML element, or undefined. */
export const attributeOf = (node: { data?: unknown }, name: string): string | undefined =>
	(node.data as { hProperties?: Record<string, string> } | undefined)?.hProperties?.[name];

export const text = (value: string): Phrasing => ({ type: 'text', value });

export const link = (url: string, label: string): Phrasing => ({
	type: 'link',
	url,
	title: null,
	children: [text(label)],
});

/** What a section's heading says, as a link to the section. */
export const headingLink = (id: string, children: Phrasing[]): Phrasing => ({
	type: 'link',
	url: `#${id}`,
	title: null,
	children,
});

export const paragraph = (children: Phrasing[]): Paragraph => ({ type: 'paragraph', children });

const item = (children: Phrasing[]): List['children'][number] => ({
	type: 'listItem',
	spread: false,
	checked: null,
	children: [paragraph(children)],
});

/** A bulleted list. */
export const bullets = (items: readonly Phrasing[][]): List => ({
	type: 'list',
	ordered: false,
	start: null,
	spread: false,
	children: items.map(item),
});

/** A list whose items are marked (a), (b), (c). */
export const letters = (items: readonly Phrasing[][]): List => ({
	...bullets(items),
	ordered: true,
	start: 1,
	...data({ class: lettered, type: 'a' }),
});

/** Whether a list's items are marked with letters. */
export const isLettered = (list: List): boolean => attributeOf(list, 'class') === lettered;

/** 0 is a, 25 is z, 26 is aa. */
export const letter = (index: number): string =>
	index < 26 ? String.fromCharCode(97 + index) : letter(Math.floor(index / 26) - 1) + letter(index % 26);

/** A table of plain words; the first row is its header. */
export const table = (columns: readonly string[], rows: readonly string[][]): Table => ({
	type: 'table',
	align: columns.map(() => null),
	children: [columns, ...rows].map((cells) => ({
		type: 'tableRow',
		children: cells.map((cell) => ({ type: 'tableCell', children: [text(cell)] })),
	})),
});
