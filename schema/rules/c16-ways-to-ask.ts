import type { Commitments } from '../notice/frontmatter.ts';
import { flawAt, type Rule, type RuleFlaw, type VersionDraft } from './rule.ts';
import { eachCommitments } from './under-california.ts';

const checkMethods = ({ methods }: Commitments, draft: VersionDraft): RuleFlaw[] => {
	if (new Set(methods.map((it) => it.kind)).size < 2) {
		const message = `Expected two ways to ask or more, found ${methods.length}. Add another to methods; a business that is online only may accept this with an e-mail address.`;
		return [flawAt(draft, ['commitments', 'methods'], message)];
	}
	if (methods.some((it) => it.kind === 'telephone')) return [];
	const message = 'None of the ways to ask is a toll-free number, which all but online businesses must have. Add one.';
	return [{ ...flawAt(draft, ['commitments', 'methods'], message), level: 'warning' }];
};

/** There are two ways to ask or more. */
export const c16WaysToAsk: Rule = {
	id: 'C16',
	level: 'error',
	citation: 'Cal. Civ. Code § 1798.130(a)(1); 11 CCR § 7020',
	check: (context) => eachCommitments(context, checkMethods),
};
