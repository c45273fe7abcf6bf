import { isWithdrawn } from '../notice/lead.ts';
import type { NoticeDraft, Rule, RuleFlaw } from './rule.ts';

const checkNotice = ({ notice, file, lineOf }: NoticeDraft): RuleFlaw[] => {
	const kept = notice.versions.filter((it) => !isWithdrawn(it));
	return kept.flatMap((version, index) => {
		const next = kept[index + 1];
		if (!next || next.effectiveAt > version.effectiveAt) return [];
		const message = `${version.id} is never in force: ${next.id} takes effect at the same instant, ${next.effectiveAt}. Withdraw ${version.id}, or let ${next.id} begin later.`;
		return [{ file, line: lineOf(['withdrawals']), field: 'withdrawals', message }];
	});
};

/** Every announced version comes into force or is withdrawn. */
export const t6EveryVersionComesOrGoes: Rule = {
	id: 'T6',
	level: 'warning',
	citation: 'Nothing that was announced vanishes without a word.',
	check: ({ notices }) => notices.flatMap(checkNotice),
};
