import type { Phrasing } from './nodes.ts';

/** A line break that an author asked for keeps its place in both forms; one from wrapping the source is a space. */
const unwrap = (value: string) => value.replace(/\s*\n\s*/g, ' ');

const escaped = (value: string) => value.replace(/[\\*_[\]<{`]/g, (mark) => `\\${mark}`);

/** The plain words of a run of inline nodes. */
export const plainOf = (nodes: readonly Phrasing[]): string =>
	nodes
		.map((node) => {
			if (node.type === 'text' || node.type === 'inlineCode') return unwrap(node.value);
			if (node.type === 'break') return '\n';
			return 'children' in node ? plainOf(node.children as Phrasing[]) : '';
		})
		.join('');

const inlineMarkdown = (node: Phrasing): string => {
	switch (node.type) {
		case 'text':
			return escaped(unwrap(node.value));
		case 'inlineCode':
			return `\`${node.value}\``;
		case 'break':
			return '\\\n';
		case 'emphasis':
			return `*${markdownOf(node.children)}*`;
		case 'strong':
			return `**${markdownOf(node.children)}**`;
		case 'link':
			return `[${markdownOf(node.children)}](${node.url})`;
		default:
			return 'children' in node ? markdownOf(node.children as Phrasing[]) : '';
	}
};

/** The Markdown of a run of inline nodes, written one way however its author wrote it. */
export const markdownOf = (nodes: readonly Phrasing[]): string => nodes.map(inlineMarkdown).join('');
