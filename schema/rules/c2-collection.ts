import type { Rule, RuleFlaw, VersionDraft } from './rule.ts';
import { categoryFlaw, eachUnderCalifornia, nameOf } from './under-california.ts';

const checkVersion = (draft: VersionDraft): RuleFlaw[] => {
	const { categories, purposes, scope } = draft.version.revision;
	const elsewhere = scope?.refersFor ?? [];
	return categories.flatMap((category, index) => {
		if (category.collected === 'no') return [];
		const name = nameOf(draft, category);
		const say = (field: string, what: string, how: string) =>
			categoryFlaw(draft, index, field, `${name}: collected, and ${what} is not said. ${how}`);
		return [
			...(category.retention
				? []
				: [say('retention', 'how long it is kept', 'Add retention: a period, or what decides it.')]),
			...(category.sources.length || elsewhere.includes('sources')
				? []
				: [say('sources', 'where it comes from', 'Add sources.')]),
			...(category.purposes.length || purposes.length || elsewhere.includes('purposes')
				? []
				: [say('purposes', 'what for', 'Add purposes, by their keys.')]),
		];
	});
};

/** Of what is collected it is said where it comes from, what it is for, and how long it is kept. */
export const c2Collection: Rule = {
	id: 'C2',
	level: 'error',
	citation: 'Cal. Civ. Code § 1798.100(a)(1)–(3), § 1798.110(c)',
	check: (context) => eachUnderCalifornia(context, checkVersion),
};
