import { type Element, type Flow, type Phrasing, paragraph, type Root } from './nodes.ts';
import type { Flaw } from './parse.ts';
import { type Expansion, expand, type PrintContext } from './print.ts';

type AnyNode = Flow | Phrasing;

const isElement = (node: { type: string }): node is Element =>
	node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';

/** A component's props as text, or what is wrong with how they are written. */
const propsOf = (element: Element): Record<string, string> | string => {
	const props: Record<string, string> = {};
	for (const attribute of element.attributes) {
		if (attribute.type !== 'mdxJsxAttribute' || typeof attribute.value !== 'string') {
			return `<${element.name}> takes its values as text in quotes, such as of="respond"; remove the braces.`;
		}
		props[attribute.name] = attribute.value;
	}
	return props;
};

/** What a component prints where it stands, or why it cannot, in words for its author. */
export const expandElement = (element: Element, context: PrintContext): Expansion => {
	const name = element.name ?? '';
	const refuse = (problem: string): Expansion => ({ ok: false, problem });
	const props = propsOf(element);
	if (typeof props === 'string') return refuse(props);
	const expansion = expand(name, props, context);
	if (!expansion.ok) return expansion;
	if (element.children.length) return refuse(`<${name}> prints its own text; close it at once: <${name} />.`);
	const inText = element.type === 'mdxJsxTextElement';
	if (inText && expansion.display === 'block') {
		return refuse(`<${name}> prints a list or a table; put it on a line of its own, with an empty line around it.`);
	}
	if (inText || expansion.display === 'block') return expansion;
	return { ok: true, display: 'block', nodes: [paragraph(expansion.nodes)] };
};

/** The nodes of a text with each component replaced by what it prints, and what is wrong with those that cannot be. */
export const expandTree = (root: Root, context: PrintContext): { nodes: Flow[]; flaws: Flaw[] } => {
	const flaws: Flaw[] = [];
	const visit = (node: AnyNode): AnyNode[] => {
		if (isElement(node)) {
			const expansion = expandElement(node, context);
			if (expansion.ok) return expansion.nodes;
			flaws.push({ line: node.position?.start.line ?? 1, message: expansion.problem });
			return [];
		}
		if (!('children' in node)) return [node];
		// Children are replaced by nodes of the same kind (text by text, blocks by blocks), so the parent's type holds.
		return [{ ...node, children: (node.children as AnyNode[]).flatMap(visit) } as AnyNode];
	};
	return { nodes: root.children.flatMap((node) => visit(node) as Flow[]), flaws };
};
