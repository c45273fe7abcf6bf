import { flawAt, type Rule, type RuleFlaw, type VersionDraft } from './rule.ts';
import { eachUnderCalifornia, proseOf } from './under-california.ts';

const ageOfConsent = 16;

const speaksOfChildren = /\b(?:under|below|younger than|menores? de)\b[^.]*\b16\b/i;

const checkVersion = (draft: VersionDraft): RuleFlaw[] => {
	const { children } = draft.version.revision;
	if (!children) {
		if (speaksOfChildren.test(proseOf(draft))) return [];
		const message = `Nothing is said of people under ${ageOfConsent}. Add children: whether their information is knowingly sold or shared.`;
		return [flawAt(draft, ['children'], message)];
	}
	return [
		...(children.underAge < ageOfConsent
			? [
					flawAt(
						draft,
						['children', 'underAge'],
						`Speaks of people under ${children.underAge}; the law protects those under ${ageOfConsent}. Write ${ageOfConsent}.`,
					),
				]
			: []),
		...(children.knowinglySoldOrShared
			? [
					flawAt(
						draft,
						['children', 'knowinglySoldOrShared'],
						`Information about people under ${ageOfConsent} may only be sold or shared after an opt-in. Stop it, or accept this and say in the text how they opt in.`,
					),
				]
			: []),
	];
};

/** It is said whether information about people under 16 is sold or shared. */
export const c5Children: Rule = {
	id: 'C5',
	level: 'error',
	citation: 'Cal. Civ. Code § 1798.120(c); 11 CCR §§ 7011(e)(1), 7070–7072',
	check: (context) => eachUnderCalifornia(context, checkVersion),
};
