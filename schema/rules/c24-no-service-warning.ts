import type { Commitments } from '../notice/frontmatter.ts';
import { flawAt, type Rule, type RuleFlaw, type VersionDraft } from './rule.ts';
import { eachCommitments } from './under-california.ts';

const checkWarning = ({ optOutWarning }: Commitments, draft: VersionDraft): RuleFlaw[] => {
	if (!optOutWarning) return [];
	const message =
		'Warns that services may be lost after an opt-out, which can keep people from it. Set optOutWarning: false, or waive this where it is true of what sale and sharing have nothing to do with.';
	return [flawAt(draft, ['commitments', 'optOutWarning'], message)];
};

/** Nobody is warned off an opt-out with the loss of a service. */
export const c24NoServiceWarning: Rule = {
	id: 'C24',
	level: 'warning',
	citation: 'Cal. Civ. Code § 1798.125(a); 11 CCR § 7004(a)',
	check: (context) => eachCommitments(context, checkWarning),
};
