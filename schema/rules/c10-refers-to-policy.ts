import { flawAt, type Rule, type RuleFlaw, type VersionDraft } from './rule.ts';
import { eachUnderCalifornia, hasLink } from './under-california.ts';

const checkVersion = (draft: VersionDraft): RuleFlaw[] => {
	const policy = draft.version.revision.scope?.supplements;
	if (!policy || hasLink(draft, `/${policy}/`, /privacy policy|política de privacidad/i)) return [];
	const message = `Adds to '${policy}' and has no link to it, where the rest is said. Link to /${policy}/.`;
	return [flawAt(draft, ['scope', 'supplements'], message)];
};

/** A notice that says only a part leads to the policy that says the rest. */
export const c10RefersToPolicy: Rule = {
	id: 'C10',
	level: 'error',
	citation: 'Cal. Civ. Code § 1798.100(a); 11 CCR § 7012(e)',
	check: (context) => eachUnderCalifornia(context, checkVersion),
};
