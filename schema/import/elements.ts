import { type DefaultTreeAdapterTypes, defaultTreeAdapter } from 'parse5';

export type Node = DefaultTreeAdapterTypes.ChildNode;
export type Element = DefaultTreeAdapterTypes.Element;

/** What a browser never shows as words. */
export const silent: ReadonlySet<string> = new Set([
	'head',
	'script',
	'style',
	'template',
	'iframe',
	'svg',
	'noembed',
	'noframes',
]);

/** Elements that stand within a line; every other one begins and ends a piece of its own. */
export const inline: ReadonlySet<string> = new Set(
	(
		'a abbr acronym b bdi bdo big cite code data del dfn em font i img input ins kbd label mark math nobr q rp rt ruby s ' +
		'samp small span strike strong sub sup time tt u var wbr'
	).split(' '),
);

export const isElement = (node: Node): node is Element => defaultTreeAdapter.isElementNode(node);

export const isText = (node: Node): node is DefaultTreeAdapterTypes.TextNode => defaultTreeAdapter.isTextNode(node);

/** The value of an attribute, or undefined. */
export const attribute = (element: Element, name: string): string | undefined =>
	element.attrs.find((it) => it.name === name)?.value;

/** An element and all elements beneath it, in document order. */
export const elementsIn = (node: Node | DefaultTreeAdapterTypes.Document): Element[] => {
	const children = 'childNodes' in node ? node.childNodes.flatMap(elementsIn) : [];
	return 'tagName' in node ? [node, ...children] : children;
};
