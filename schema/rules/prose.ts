import type { EditionDraft } from './rule.ts';
import { type AnyNode, lineOfNode, walk } from './walk.ts';

/** A paragraph, heading or cell in its author's own words, without what components print. */
export interface Passage {
	kind: 'heading' | 'paragraph' | 'tableCell';
	line: number;
	text: string;
}

const isPassage = (node: AnyNode): node is AnyNode & { type: Passage['kind'] } =>
	node.type === 'heading' || node.type === 'paragraph' || node.type === 'tableCell';

const wordsOf = (node: AnyNode): string =>
	walk(node)
		.map((it) => (it.type === 'text' ? it.value : it.type === 'break' ? ' ' : ''))
		.join('')
		.replace(/\s+/g, ' ')
		.trim();

/** Everything that the author of an edition wrote, passage by passage. */
export const passagesOf = ({ root }: EditionDraft): Passage[] =>
	walk(root)
		.filter(isPassage)
		.map((node) => ({ kind: node.type, line: lineOfNode(node), text: wordsOf(node) }));
