import { plainOf } from '../notice/markdown.ts';
import type { Finding } from '../notice/model.ts';
import type { Phrasing } from '../notice/nodes.ts';
import type { Flaw } from '../notice/parse.ts';
import { type EditionDraft, eachEdition, type Rule } from './rule.ts';
import { lineOfNode, walk } from './walk.ts';

const bare = /^(?:click )?(?:here|aquí|haga clic aquí|this link|link)\.?$/i;

/** Links out of a notice: encrypted, or to write or call. */
export const outward = /^(?:https:\/\/[^/]|mailto:.+@|tel:\+?\d)/;

const wrongTarget = (url: string, ids: readonly string[]): string | null => {
	if (url.startsWith('#')) {
		return ids.includes(url.slice(1))
			? null
			: `'${url}' leads to no section of this text. Name one of ${ids.join(', ')}.`;
	}
	if (url.startsWith('/') && !url.startsWith('//')) return null;
	if (outward.test(url)) return null;
	return `'${url}' is not a link that a notice can have. Use https, a path that begins with /, #section, mailto: or tel:.`;
};

const checkLinks = ({ root, edition }: EditionDraft): (Flaw & { level?: Finding['level'] })[] => {
	const ids = edition.sections.map((it) => it.id);
	return walk(root).flatMap((node) => {
		if (node.type !== 'link') return [];
		const line = lineOfNode(node);
		const target = wrongTarget(node.url, ids);
		const label = plainOf(node.children as Phrasing[]).trim();
		return [
			...(target ? [{ line, message: target }] : []),
			...(bare.test(label)
				? [
						{
							line,
							level: 'warning' as const,
							message: `A link that says only '${label}' says nothing when read alone. Name its target.`,
						},
					]
				: []),
		];
	});
};

/** Every link within the text leads to a section of it, and every link out of it is encrypted. */
export const f9LinksResolve: Rule = {
	id: 'F9',
	level: 'error',
	citation: 'WCAG 2.2, 2.4.4: the purpose of each link can be determined from its text.',
	check: (context) => eachEdition(context, checkLinks),
};
