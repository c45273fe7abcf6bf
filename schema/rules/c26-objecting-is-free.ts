import { flawAt, type Rule, type RuleFlaw, type VersionDraft } from './rule.ts';
import { eachUnderCalifornia } from './under-california.ts';

/** Whether the change is, or may be, about what is sold, shared or used beyond the service: its reach says which data it is about. */
const concernsChoices = ({ version: { revision } }: VersionDraft): boolean => {
	const { reach, categories, sensitive } = revision;
	const reached = categories.filter(({ key }) => reach?.categories.includes(key) ?? true);
	return (sensitive?.usedBeyondService ?? false) || reached.some(({ soldOrShared }) => soldOrShared.answer !== 'no');
};

const checkVersion = (draft: VersionDraft): RuleFlaw[] => {
	if (draft.version.revision.objection?.does !== 'closesAccount' || !concernsChoices(draft)) return [];
	const message =
		'Closes the account of whoever objects, though the change may be about sale, sharing or sensitive information. Offer it as an opt-out or a limit: write does: keepsEarlierText, or say by reach.categories that it is about other data.';
	return [flawAt(draft, ['objection', 'does'], message)];
};

/** Nobody loses an account for saying no to a sale, to sharing, or to a use of sensitive information. */
export const c26ObjectingIsFree: Rule = {
	id: 'C26',
	level: 'error',
	citation: 'Cal. Civ. Code §§ 1798.120, 1798.121, 1798.125(a)',
	check: (context) => eachUnderCalifornia(context, checkVersion),
};
