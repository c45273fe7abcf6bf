import { draftOf, eachVersion, type NoticeDraft, type Rule, type VersionDraft } from './rule.ts';
import { undatedText } from './undated-text.ts';

const sectionTexts = (draft: VersionDraft, notice: NoticeDraft): Map<string, string> =>
	new Map(draft.canonical.edition.sections.map((it) => [it.id, undatedText(draft, notice, it.blocks)]));

const differing = (draft: VersionDraft, before: VersionDraft, notice: NoticeDraft): string[] => {
	const [old, now] = [sectionTexts(before, notice), sectionTexts(draft, notice)];
	return [...new Set([...old.keys(), ...now.keys()])].filter((id) => old.get(id) !== now.get(id));
};

const checkVersion = (draft: VersionDraft, notice: NoticeDraft): ReturnType<Rule['check']> => {
	const { version, canonical } = draft;
	const { changes, removedSections, predecessor } = version.revision;
	const before = draftOf(notice, predecessor);
	const changed = before ? differing(draft, before, notice) : [];
	const removed = removedSections.map((it) => it.id);
	const known = [...canonical.edition.sections.map((it) => it.id), ...removed];
	const at = (index?: number) => ({
		file: canonical.file,
		line: canonical.lineOf(index === undefined ? ['changes'] : ['changes', index]),
		field: index === undefined ? 'changes' : `changes[${index}].section`,
	});
	const listed = changes.map((it) => it.section);
	return [
		...changes.flatMap(({ section }, index) => {
			if (!known.includes(section)) {
				return [{ ...at(index), message: `'${section}' is not a section here. Name one of ${known.join(', ')}.` }];
			}
			if (!before || changed.includes(section)) return [];
			const message = `'${section}' says the same as in ${predecessor}. Remove the line, or change the section.`;
			return [{ ...at(index), level: 'warning' as const, message }];
		}),
		...changed
			.filter((id) => !listed.includes(id) && !removed.includes(id))
			.map((id) => ({
				...at(),
				message: `The section '${id}' differs from ${predecessor}. Add a line that says how.`,
			})),
	];
};

/** Readers are told of every section that changed, and of none that did not. */
export const f14Changes: Rule = {
	id: 'F14',
	level: 'error',
	citation: 'Titles lie by omission; what changed is taken from the texts themselves.',
	check: (context) => eachVersion(context, checkVersion),
};
