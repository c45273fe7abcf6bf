import type { Commitments } from '../notice/frontmatter.ts';
import { deletionGrounds } from '../notice/vocabulary.ts';
import { flawAt, type Rule, type RuleFlaw, type VersionDraft } from './rule.ts';
import { eachCommitments } from './under-california.ts';

/** The grounds of the statute; the ninth was struck from it. */
const lawful = deletionGrounds.filter((it) => it !== 'otherLawfulUse');

const checkGrounds = ({ deletionGrounds: named }: Commitments, draft: VersionDraft): RuleFlaw[] => {
	const absent = named.length ? lawful.filter((it) => !named.includes(it)) : [];
	const at = ['commitments', 'deletionGrounds'];
	return [
		...(named.includes('otherLawfulUse')
			? [flawAt(draft, at, 'otherLawfulUse is no longer a ground of the statute to refuse deletion. Remove it.')]
			: []),
		...(absent.length
			? [
					{
						...flawAt(
							draft,
							at,
							`Of the statute’s grounds, not named: ${absent.join(', ')}. Nothing can then be refused on them. Add them, or waive this if that is meant.`,
						),
						level: 'warning' as const,
					},
				]
			: []),
	];
};

/** Deletion is refused on the statute's grounds only. */
export const c22DeletionGrounds: Rule = {
	id: 'C22',
	level: 'error',
	citation: 'Cal. Civ. Code § 1798.105(d)',
	check: (context) => eachCommitments(context, checkGrounds),
};
