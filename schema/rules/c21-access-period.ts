import type { Commitments } from '../notice/frontmatter.ts';
import { flawAt, type Rule, type RuleFlaw, type VersionDraft } from './rule.ts';
import { eachCommitments, proseOf } from './under-california.ts';

const beyond = /\b(?:1 January|January 1(?:st)?,?|1 de enero de) 2022\b/i;

const checkPeriod = ({ accessCoversMonths }: Commitments, draft: VersionDraft): RuleFlaw[] => {
	if (!accessCoversMonths || beyond.test(proseOf(draft))) return [];
	const message = `An answer covers only ${accessCoversMonths} months. Remove accessCoversMonths, or say in the text that people may ask for all of it since January 1, 2022.`;
	return [flawAt(draft, ['commitments', 'accessCoversMonths'], message)];
};

/** An answer to access goes back to 2022 for whoever asks for that. */
export const c21AccessPeriod: Rule = {
	id: 'C21',
	level: 'error',
	citation: 'Cal. Civ. Code § 1798.130(a)(2)(B); 11 CCR § 7024(h)',
	check: (context) => eachCommitments(context, checkPeriod),
};
