import { flawAt, type Rule, type RuleFlaw, type VersionDraft } from './rule.ts';
import { eachUnderCalifornia, since } from './under-california.ts';

const checkDecisions = (draft: VersionDraft): RuleFlaw[] => {
	const decisions = draft.version.revision.automatedDecisions;
	if (!decisions?.used) return [];
	const { section } = decisions;
	if (section && draft.canonical.edition.sections.some((it) => it.id === section)) return [];
	const message = section
		? `'${section}', which is to say how decisions are automated, is not a section of this version. Name one that is.`
		: 'Decisions about people are automated, and no section says how, and how to opt out. Add one, and name it: automatedDecisions.section.';
	return [{ ...flawAt(draft, ['automatedDecisions', 'section'], message), validFrom: since('2027-01-01') }];
};

/** Whoever decides about people by machine says so before, and how to opt out. */
export const c14AutomatedDecisions: Rule = {
	id: 'C14',
	level: 'error',
	citation: '11 CCR §§ 7200, 7220',
	check: (context) => eachUnderCalifornia(context, checkDecisions),
};
