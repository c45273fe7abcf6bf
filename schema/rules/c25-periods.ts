import type { Commitments } from '../notice/frontmatter.ts';
import type { Right } from '../notice/vocabulary.ts';
import { clockOn, frequencyOn } from '../regimes/clocks.ts';
import { longest, periodWords } from '../regimes/period.ts';
import type { Clock, Period, Regime } from '../regimes/regime.ts';
import { regimeOfCommitments } from '../regimes/regimes.ts';
import { accessRights, immediateRights, verifiedRights } from '../request/vocabulary.ts';
import { dateIn, type PlainDate } from '../time.ts';
import { flawAt, type NoticeDraft, type Rule, type RuleFlaw, type VersionDraft } from './rule.ts';
import { eachCurrent, isUnderCalifornia } from './under-california.ts';

/** A period that is promised, and which row of a law limits it. */
interface Promised {
	field: keyof Commitments;
	count: number;
	unit: 'calendarDays' | 'businessDays';
	duty: Clock['duty'];
	rights: readonly Right[];
}

const promisedPeriods = (it: Commitments): Promised[] => {
	const days = { unit: 'calendarDays', rights: verifiedRights } as const;
	const businessDays = { unit: 'businessDays', rights: verifiedRights } as const;
	return [
		{ field: 'respondWithinDays', count: it.respondWithinDays, duty: 'respond', ...days },
		{ field: 'extendToDays', count: Math.max(0, ...it.extendToDays), duty: 'extend', ...days },
		{ field: 'confirmWithinBusinessDays', count: it.confirmWithinBusinessDays, duty: 'confirm', ...businessDays },
		{
			field: 'optOutWithinBusinessDays',
			count: it.optOutWithinBusinessDays,
			duty: 'respond',
			...businessDays,
			rights: immediateRights,
		},
	];
};

const limitWords = (limit: Period) => `${limit.unit === 'months' ? periodWords(limit) : limit.count} at most`;

const lateFlaws = (promised: Promised, regime: Regime, on: PlainDate, draft: VersionDraft): RuleFlaw[] => {
	const { field, count, unit, duty, rights } = promised;
	const limits = rights.flatMap((right) => clockOn(regime, duty, right, on) ?? []);
	const [strictest] = limits
		.map(({ period, cite }) => ({ period, cite, most: longest(period, unit, regime) }))
		.sort((a, b) => a.most - b.most);
	if (!strictest || count <= strictest.most) return [];
	const { cite, period, most } = strictest;
	const said = `Promises ${periodWords({ count, unit })}, where ${cite} allows ${limitWords(period)}, and the law is kept.`;
	return [flawAt(draft, ['commitments', field], `${said} Write ${most} or fewer.`)];
};

const rareFlaws = (asked: number | undefined, regime: Regime, on: PlainDate, draft: VersionDraft): RuleFlaw[] => {
	const legal = frequencyOn(regime, accessRights[0], on);
	if (asked === undefined || !legal || (legal.times !== null && asked >= legal.times)) return [];
	const mend =
		legal.times === null
			? `${legal.cite} knows no such number, and none is kept. Leave it out.`
			: `${legal.cite} wants ${legal.times}. Write ${legal.times} or more, or leave it out.`;
	return [flawAt(draft, ['commitments', 'accessRequestsPerYear'], `Answers access ${asked} times a year; ${mend}`)];
};

const checkPeriods = (draft: VersionDraft, notice: NoticeDraft): RuleFlaw[] => {
	const { commitments } = draft.version.revision;
	if (!commitments || !(commitments.regime || isUnderCalifornia(draft, notice))) return [];
	const regime = regimeOfCommitments(commitments);
	const on = dateIn(draft.version.effectiveAt, regime.zone ?? notice.notice.zone);
	return [
		...promisedPeriods(commitments).flatMap((promised) => lateFlaws(promised, regime, on, draft)),
		...rareFlaws(commitments.accessRequestsPerYear, regime, on, draft),
	];
};

/** No period is longer than the law allows that the version is held to. */
export const c25Periods: Rule = {
	id: 'C25',
	level: 'error',
	citation: 'Cal. Civ. Code § 1798.130; 11 CCR §§ 7021, 7026(f); GDPR Art. 12',
	check: (context) => eachCurrent(context, checkPeriods),
};
