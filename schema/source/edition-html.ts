import { defineMdastPlugin, type MdastPluginDefinition, markdownToHtml } from 'satteri';
import { expandTree } from '../notice/expand.ts';
import { labelsOf } from '../notice/labels.ts';
import type { Edition, Notice, Version } from '../notice/model.ts';
import { attributeOf, type Flow, headingLink } from '../notice/nodes.ts';
import { features, parseBody } from '../notice/parse.ts';
import type { PrintContext } from '../notice/print.ts';
import { readText } from './read.ts';
import { tableElement } from './table-element.ts';

const contextOf = (notice: Notice, { revision }: Version, edition: Edition): PrintContext => {
	const { objection } = revision;
	const said = objection && { ...objection, effect: edition.objectionEffect ?? objection.effect };
	return {
		notice: notice.slug,
		zone: notice.zone,
		revision: { ...revision, ...edition.promises, ...(said ? { objection: said } : {}) },
		labels: labelsOf(edition.locale),
	};
};

/** Each section's heading is a link to itself, so that a reader can copy its address. */
const linked = (node: Flow): Flow => {
	const id = node.type === 'heading' && node.depth > 1 ? attributeOf(node, 'id') : undefined;
	return id && node.type === 'heading' ? { ...node, children: [headingLink(id, node.children)] } : node;
};

/** A text of one paragraph, in whose place the tree is put: the processor takes trees from plugins alone. */
const standIn = '.';

const putting = (nodes: Flow[]): MdastPluginDefinition =>
	defineMdastPlugin({ name: 'noticekeeper-text', paragraph: (node, visitor) => visitor.replaceNode(node, nodes) });

const tables: MdastPluginDefinition = defineMdastPlugin({
	name: 'noticekeeper-tables',
	table: (node, visitor) => visitor.replaceNode(node, tableElement(node)),
});

/** HTML of the nodes of a text, as they stand after components printed theirs. */
const htmlOf = async (nodes: readonly Flow[]): Promise<string> => {
	const shown = nodes.filter((it) => it.type !== 'yaml').map(linked);
	if (shown.length === 0) return '';
	return (await markdownToHtml(standIn, { features, mdastPlugins: [putting(shown), tables] })).html;
};

/** An edition's text as the HTML of its page; throws where its file is no longer the one that it was read from. */
export const editionHtml = async (notice: Notice, version: Version, edition: Edition): Promise<string> => {
	const source = await readText(edition.file);
	const body = parseBody(source ?? '');
	if (source === null || 'flaw' in body)
		throw new Error(`${edition.file} was changed while the site was built. Build again.`);
	const { nodes, flaws } = expandTree(body.root, contextOf(notice, version, edition));
	if (flaws[0]) throw new Error(`${edition.file}: ${flaws[0].message}`);
	return htmlOf(nodes);
};
