import { labelsOf } from '../notice/labels.ts';
import { categoryKeys } from '../notice/vocabulary.ts';
import { flawAt, type Rule, type RuleFlaw, type VersionDraft } from './rule.ts';
import { categoryFlaw, eachUnderCalifornia } from './under-california.ts';

/** The categories of the law; the catch-all is none of them. */
const lawful = categoryKeys.filter((it) => it !== 'other');

const missing = (draft: VersionDraft): RuleFlaw[] => {
	const named = draft.version.revision.categories.map((it) => it.key);
	const absent = lawful.filter((it) => !named.includes(it));
	if (!absent.length) return [];
	const labels = labelsOf(draft.canonical.edition.locale).categories;
	const list = absent.map((key) => `${key} (${labels[key]})`).join(', ');
	return [flawAt(draft, ['categories'], `Nothing is said of ${list}. Add each, with collected: yes or no.`)];
};

const unclear = (draft: VersionDraft): RuleFlaw[] =>
	draft.version.revision.categories.flatMap(({ key, collected }, index): RuleFlaw[] => [
		...(key === 'other'
			? [
					{
						...categoryFlaw(
							draft,
							index,
							'key',
							'A catch-all is no category of the law: nobody can tell what it stands for. Move what it holds to the categories it belongs to.',
						),
						level: 'warning' as const,
					},
				]
			: []),
		...(collected === 'may'
			? [
					{
						...categoryFlaw(
							draft,
							index,
							'collected',
							"'may' says neither that it is collected nor that it is not. Write yes or no.",
						),
						level: 'warning' as const,
					},
				]
			: []),
	]);

/** Each category of the law is named, and said to be collected or not. */
export const c1Categories: Rule = {
	id: 'C1',
	level: 'error',
	citation: 'Cal. Civ. Code § 1798.140(v)(1), (ae); 11 CCR § 7011(e)(1)(A)',
	check: (context) => eachUnderCalifornia(context, (draft) => [...missing(draft), ...unclear(draft)]),
};
