import { topSection } from '../notice/blocks.ts';
import { attributeOf } from '../notice/nodes.ts';
import type { Flaw } from '../notice/parse.ts';
import {
	draftOf,
	type EditionDraft,
	eachEdition,
	eachVersion,
	type NoticeDraft,
	type Rule,
	type VersionDraft,
} from './rule.ts';

const headings = ({ root }: EditionDraft) =>
	root.children
		.filter((it) => it.type === 'heading')
		.map((it) => ({ id: attributeOf(it, 'id'), line: it.position?.start.line ?? 1, depth: it.depth }));

const idForm = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

const checkHeadings = (draft: EditionDraft): Flaw[] => {
	const seen = new Set<string>();
	return headings(draft).flatMap(({ id, line, depth }): Flaw[] => {
		if (!id) return [{ line, message: 'This heading has no id. Add one that will stay, such as {#your-rights}.' }];
		if (depth === 1) return [{ line, message: 'The title is the only heading of the first level. Begin with ##.' }];
		if (!idForm.test(id))
			return [{ line, message: `'${id}' is not an id: lower-case words joined by hyphens. Rename it.` }];
		if (id === topSection)
			return [{ line, message: `'${topSection}' is the text before the first heading. Rename it.` }];
		if (seen.has(id)) return [{ line, message: `'${id}' is the id of a heading above. Give each heading its own.` }];
		seen.add(id);
		return [];
	});
};

/** Ids of sections; text before the first heading is not linked to, so it may come and go. */
const ids = ({ canonical }: VersionDraft) =>
	canonical.edition.sections.map((it) => it.id).filter((id) => id && id !== topSection);

/** Ids that the version before lacks, and that an earlier one had. */
const reusedIds = (draft: VersionDraft, before: VersionDraft, notice: NoticeDraft): string[] => {
	const had = ids(before);
	const added = ids(draft).filter((id) => !had.includes(id));
	if (added.length === 0) return [];
	const earlier = notice.versions.slice(0, notice.versions.indexOf(draft)).filter((it) => it !== before);
	return added.filter((id) => earlier.some((it) => ids(it).includes(id)));
};

const checkRemoved = (draft: VersionDraft, notice: NoticeDraft): (Flaw & { file: string })[] => {
	const { version, canonical } = draft;
	const { removedSections, predecessor } = version.revision;
	const here = ids(draft);
	const before = draftOf(notice, predecessor);
	const told = removedSections.map((it) => it.id);
	const gone = (before ? ids(before) : []).filter((id) => !here.includes(id) && !told.includes(id));
	const astray = removedSections.filter((it) => !here.includes(it.seeInstead));
	const reused = before ? reusedIds(draft, before, notice) : [];
	const at = { file: canonical.file, line: canonical.lineOf(['removedSections']), field: 'removedSections' };
	return [
		...gone.map((id) => ({
			...at,
			message: `The section '${id}' of ${predecessor} is gone. Keep its id, or add {id: ${id}, seeInstead: <a section of this version>} here.`,
		})),
		...astray.map((it) => ({
			...at,
			message: `'${it.seeInstead}', to be seen instead of '${it.id}', is not a section of this version. Name one that is.`,
		})),
		...reused
			.filter((id) => version.revision.restores === undefined && !told.includes(id))
			.map((id) => ({
				file: canonical.file,
				message: `The id '${id}' belonged to a section removed earlier, and stays its own. Choose another.`,
			})),
	];
};

/** Section ids are written by hand, stand once, and stay: a link to a section leads somewhere for ever. */
export const f8SectionIds: Rule = {
	id: 'F8',
	level: 'error',
	citation: 'Links to a section outlive its heading and its version.',
	check: (context) => [...eachEdition(context, checkHeadings), ...eachVersion(context, checkRemoved)],
};
