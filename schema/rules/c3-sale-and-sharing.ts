import { flowFlaws } from './flows.ts';
import { flawAt, type Rule, type RuleFlaw, type VersionDraft } from './rule.ts';
import { eachUnderCalifornia, hasLink, proseOf } from './under-california.ts';

/** Whether anything is, or may have been, sold or shared. */
export const sellsOrShares = ({ version }: VersionDraft): boolean =>
	version.revision.categories.some((it) => it.soldOrShared.answer !== 'no');

const optOutLabel = /do not sell|privacy choices|no vender|opciones de privacidad/i;

const checkSold = (draft: VersionDraft): RuleFlaw[] => {
	const { commitments } = draft.version.revision;
	return [
		...(commitments && !commitments.rights.includes('OPT_OUT')
			? [
					flawAt(
						draft,
						['commitments', 'rights'],
						'Information is sold or shared, and nobody may opt out. Add OPT_OUT.',
					),
				]
			: []),
		...(hasLink(draft, '/requests/opt-out', optOutLabel)
			? []
			: [
					flawAt(
						draft,
						['categories'],
						'Information is sold or shared, and the text has no link to opt out. Link to /requests/opt-out/.',
					),
				]),
	];
};

const denial = /\b(?:not|never|neither|nor|no)\b[^.]*\b(?:sell|sold|sale|share)|\bno\b[^.]*\b(?:vend|compart)/i;

const checkUnsold = (draft: VersionDraft): RuleFlaw[] =>
	!draft.version.revision.categories.length || denial.test(proseOf(draft))
		? []
		: [
				flawAt(
					draft,
					['categories'],
					'Nothing is sold or shared, and the text does not say so. Add that you have not sold or shared any in the last 12 months.',
				),
			];

/** What is sold or shared is said for each category, with its recipients and the way out; or that nothing is. */
export const c3SaleAndSharing: Rule = {
	id: 'C3',
	level: 'error',
	citation: 'Cal. Civ. Code § 1798.130(a)(5)(C), § 1798.135(a); 11 CCR §§ 7011(e)(1), 7013',
	check: (context) =>
		eachUnderCalifornia(context, (draft) => [
			...flowFlaws(draft, 'soldOrShared'),
			...(sellsOrShares(draft) ? checkSold(draft) : checkUnsold(draft)),
		]),
};
