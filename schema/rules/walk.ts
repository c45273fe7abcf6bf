import type { Flow, Phrasing, Root } from '../notice/nodes.ts';

export type AnyNode = Root | Flow | Phrasing;

/** A node and everything beneath it, in reading order. */
export const walk = (node: AnyNode): AnyNode[] => [
	node,
	...('children' in node ? (node.children as AnyNode[]).flatMap(walk) : []),
];

/** The line of the file on which a node begins. */
export const lineOfNode = (node: AnyNode): number => node.position?.start.line ?? 1;
