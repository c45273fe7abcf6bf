import { sellsOrShares } from './c3-sale-and-sharing.ts';
import { flawAt, type Rule, type RuleFlaw, type VersionDraft } from './rule.ts';
import { eachUnderCalifornia, proseOf } from './under-california.ts';

const incentives = (draft: VersionDraft): RuleFlaw[] => {
	const offered = draft.version.revision.commitments?.financialIncentives;
	const terms = draft.canonical.edition.sections.some((it) => /incentive|loyalty|reward|incentivo/i.test(it.heading));
	if (!offered || terms) return [];
	const message =
		'Incentives are offered, and no section says on which terms. Add one: what is given for which information, how to join and leave, and how its value was reckoned.';
	return [flawAt(draft, ['commitments', 'financialIncentives'], message)];
};

const shineTheLight = (draft: VersionDraft): RuleFlaw[] => {
	if (!sellsOrShares(draft) || /shine the light|1798\.83/i.test(proseOf(draft))) return [];
	const message =
		'Others receive information, perhaps for their own direct marketing, and the text does not say how to ask who they are (“Shine the Light”). Add that, or waive this with the reason why it does not apply.';
	return [{ ...flawAt(draft, ['categories'], message), level: 'warning' }];
};

/** Incentives come with their terms, and direct marketing by others with the way to ask about it. */
export const c13OtherStatements: Rule = {
	id: 'C13',
	level: 'error',
	citation: 'Cal. Civ. Code §§ 1798.83, 1798.125(b); 11 CCR § 7016',
	check: (context) => eachUnderCalifornia(context, (draft) => [...incentives(draft), ...shineTheLight(draft)]),
};
