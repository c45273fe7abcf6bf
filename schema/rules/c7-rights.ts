import { discriminationActs, rights } from '../notice/vocabulary.ts';
import { sellsOrShares } from './c3-sale-and-sharing.ts';
import { flawAt, type Rule, type RuleFlaw, type VersionDraft } from './rule.ts';
import { eachUnderCalifornia } from './under-california.ts';

/** The rights that a version has to offer, given what it does with information. */
const due = (draft: VersionDraft) =>
	rights.filter((it) => {
		if (it === 'OPT_OUT') return sellsOrShares(draft);
		if (it === 'LIMIT') return draft.version.revision.sensitive?.usedBeyondService ?? false;
		return true;
	});

const checkVersion = (draft: VersionDraft): RuleFlaw[] => {
	const { commitments } = draft.version.revision;
	if (!commitments) {
		return [flawAt(draft, ['commitments'], 'No right is promised. Add commitments: rights, periods and ways to ask.')];
	}
	const absent = due(draft).filter((it) => !commitments.rights.includes(it));
	const unnamed = discriminationActs.filter((it) => !commitments.noDiscrimination.includes(it));
	return [
		...(absent.length
			? [
					flawAt(
						draft,
						['commitments', 'rights'],
						`The law gives ${absent.join(', ')}, and the notice does not. Add them.`,
					),
				]
			: []),
		...(unnamed.length
			? [
					flawAt(
						draft,
						['commitments', 'noDiscrimination'],
						`Nobody may be worse off for using a right; not excluded are ${unnamed.join(', ')}. Add them.`,
					),
				]
			: []),
	];
};

/** The rights of the law are offered, and nobody is worse off for using one. */
export const c7Rights: Rule = {
	id: 'C7',
	level: 'error',
	citation: 'Cal. Civ. Code §§ 1798.105–1798.125; 11 CCR § 7011(e)(2)',
	check: (context) => eachUnderCalifornia(context, checkVersion),
};
