import type { Finding } from '../notice/model.ts';
import type { Flaw } from '../notice/parse.ts';
import { type EditionDraft, eachEdition, type Rule } from './rule.ts';

const sectionIds = ({ edition }: EditionDraft) => edition.sections.map((it) => it.id).join(', ');

const changedIds = ({ edition }: EditionDraft) => edition.changes.map((it) => it.section).join(', ');

const checkTranslation = (draft: EditionDraft, canonical: EditionDraft): (Flaw & { level?: Finding['level'] })[] => [
	...(sectionIds(draft) === sectionIds(canonical)
		? []
		: [
				{
					message: `Expected the sections ${sectionIds(canonical)}, found ${sectionIds(draft)}. Use the same ids in the same order.`,
				},
			]),
	...(changedIds(draft) === changedIds(canonical)
		? []
		: [
				{
					line: draft.lineOf(['changes']),
					field: 'changes',
					message: `Expected a line for each of: ${changedIds(canonical) || 'nothing'}; found ${changedIds(draft) || 'none'}. Translate the same lines.`,
				},
			]),
	...draft.missingWords.map((phrase) => ({
		line: draft.lineOf(['words']),
		field: 'words',
		message: `No translation of '${phrase}'. Add it to words: '${phrase}': <in this language>.`,
	})),
	...(draft.edition.stale
		? [
				{
					line: draft.lineOf(['translationOf']),
					field: 'translationOf',
					level: 'warning' as const,
					message: `Translates a text that has changed since; readers are shown the controlling one. Bring it up to date and set translationOf: ${canonical.edition.sha256}.`,
				},
			]
		: []),
];

/** A translation has the sections, the changes and the phrases of the text that it translates. */
export const f16Translations: Rule = {
	id: 'F16',
	level: 'error',
	citation: 'CCPA regulations, section 7003(b)(3): notices in the languages in which the business deals.',
	check: (context) =>
		eachEdition(context, (draft, { canonical }) => (draft === canonical ? [] : checkTranslation(draft, canonical))),
};
