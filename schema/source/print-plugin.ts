import { fileURLToPath } from 'node:url';
import { defineMdastPlugin, type MdastPluginDefinition, type PluginFactoryContext } from 'satteri';
import { expandElement } from '../notice/expand.ts';
import { labelsOf } from '../notice/labels.ts';
import type { Edition, Library, Notice, Version } from '../notice/model.ts';
import type { Element } from '../notice/nodes.ts';
import type { PrintContext } from '../notice/print.ts';
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

/** What each file of the library prints from, by its absolute path. */
const contextsOf = ({ notices }: Pick<Library, 'notices'>): Map<string, PrintContext> => {
	const contexts = new Map<string, PrintContext>();
	for (const notice of notices) {
		for (const version of notice.versions) {
			for (const edition of Object.values(version.editions)) {
				contexts.set(edition.file, contextOf(notice, version, edition));
			}
		}
	}
	return contexts;
};

const nodesFor = (node: Readonly<Element>, context: PrintContext) => {
	const expansion = expandElement(node, context);
	// The reader finds this first and no build begins; a page that lacked a promise would be worse than none.
	if (!expansion.ok) throw new Error(expansion.problem);
	return expansion.nodes;
};

const printing = (context: PrintContext): MdastPluginDefinition =>
	defineMdastPlugin({
		name: 'noticekeeper-print',
		mdxJsxFlowElement: (node, visitor) => visitor.replaceNode(node, nodesFor(node, context)),
		mdxJsxTextElement: (node, visitor) => visitor.replaceNode(node, nodesFor(node, context)),
	});

/** A second pass, so that it meets the tables that components printed as well as those that editors wrote. */
const tables: MdastPluginDefinition = defineMdastPlugin({
	name: 'noticekeeper-tables',
	table: (node, visitor) => visitor.replaceNode(node, tableElement(node)),
});

/**
 * A plugin for the site's Markdown processor that puts in a component's place what the reader put there, so that page,
 * hash and API have one text. A file that is no edition of the library is left alone.
 */
export const printPlugin = (
	library: Pick<Library, 'notices'>,
): ((compile: PluginFactoryContext) => readonly MdastPluginDefinition[] | null) => {
	const contexts = contextsOf(library);
	return ({ fileURL }) => {
		const context = fileURL && contexts.get(fileURLToPath(fileURL));
		return context ? [printing(context), tables] : null;
	};
};
