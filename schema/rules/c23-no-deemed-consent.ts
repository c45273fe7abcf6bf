import { flawAt, type Rule, type RuleFlaw, type VersionDraft } from './rule.ts';
import { eachUnderCalifornia } from './under-california.ts';

const checkTerms = (draft: VersionDraft): RuleFlaw[] => {
	if (!draft.version.revision.changeTerms?.useMeansAcceptance) return [];
	const message =
		'Using a service is no consent to a notice. Set useMeansAcceptance: false, and take the sentence out.';
	return [flawAt(draft, ['changeTerms', 'useMeansAcceptance'], message)];
};

/** Nobody is held to have accepted a notice by using a service. */
export const c23NoDeemedConsent: Rule = {
	id: 'C23',
	level: 'error',
	citation: 'Cal. Civ. Code § 1798.140(h); 11 CCR § 7004',
	check: (context) => eachUnderCalifornia(context, checkTerms),
};
