import { flowFlaws } from './flows.ts';
import type { Rule } from './rule.ts';
import { eachUnderCalifornia } from './under-california.ts';

/** What was disclosed for a business purpose is said for each category, with its recipients. */
export const c4Disclosure: Rule = {
	id: 'C4',
	level: 'error',
	citation: 'Cal. Civ. Code § 1798.130(a)(5)(C)(ii); 11 CCR § 7011(e)(1)',
	check: (context) => eachUnderCalifornia(context, (draft) => flowFlaws(draft, 'disclosed')),
};
