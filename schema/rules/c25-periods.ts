import type { Commitments } from '../notice/frontmatter.ts';
import { california } from '../regimes/california.ts';
import type { Clock } from '../regimes/regime.ts';
import { flawAt, type Rule, type RuleFlaw, type VersionDraft } from './rule.ts';
import { eachCommitments } from './under-california.ts';

const most = (duty: Clock['duty'], right: Clock['rights'][number]): number =>
	california.clocks.find((it) => it.duty === duty && it.rights.includes(right))?.period.count ?? 0;

const leastAccess = Math.max(...california.frequencies.map((it) => it.times));

/** Each period promised: its field, its length, the most that the law allows, and what is counted. */
const periodsOf = (it: Commitments): [field: string, promised: number, limit: number, unit: string][] => [
	['respondWithinDays', it.respondWithinDays, most('respond', 'DELETE'), 'days'],
	['extendToDays', Math.max(0, ...it.extendToDays), most('extend', 'DELETE'), 'days'],
	['confirmWithinBusinessDays', it.confirmWithinBusinessDays, most('confirm', 'DELETE'), 'business days'],
	['optOutWithinBusinessDays', it.optOutWithinBusinessDays, most('respond', 'OPT_OUT'), 'business days'],
];

const checkPeriods = (commitments: Commitments, draft: VersionDraft): RuleFlaw[] => {
	const asked = commitments.accessRequestsPerYear;
	const rarely =
		asked !== undefined && asked < leastAccess
			? [
					flawAt(
						draft,
						['commitments', 'accessRequestsPerYear'],
						`Answers access ${asked} times a year; the law wants ${leastAccess}. Write ${leastAccess} or more, or leave it out.`,
					),
				]
			: [];
	const late = periodsOf(commitments)
		.filter(([, promised, limit]) => promised > limit)
		.map(([field, promised, limit, unit]) =>
			flawAt(
				draft,
				['commitments', field],
				`Promises ${promised} ${unit}, where the law allows ${limit} at most, and those are kept. Write ${limit} or fewer.`,
			),
		);
	return [...late, ...rarely];
};

/** No period is longer than the law allows. */
export const c25Periods: Rule = {
	id: 'C25',
	level: 'error',
	citation: 'Cal. Civ. Code § 1798.130; 11 CCR §§ 7021, 7026(f)',
	check: (context) => eachCommitments(context, checkPeriods),
};
