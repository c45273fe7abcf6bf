import { lastInForce } from '../notice/lead.ts';
import type { Notice } from '../notice/model.ts';
import { addDays, dateIn, daysBetween, type Instant, type PlainDate } from '../time.ts';
import { draftOf, type NoticeDraft, type Rule, type RuleFlaw } from './rule.ts';
import { isUnderCalifornia } from './under-california.ts';

const warnedAfterDays = 330;
const blockedAfterDays = 365;

/** The last day on which the notice was reviewed or changed by more than a correction, as known at an instant. */
export const lastReviewedOn = ({ reviews, versions, zone }: Notice, now: Instant): PlainDate | null => {
	const today = dateIn(now, zone);
	const changes = versions
		.filter((it) => it.revision.class !== 'editorial' && it.announcedAt <= now)
		.map((it) => dateIn(it.announcedAt, zone));
	return [...reviews.map((it) => it.on).filter((on) => on <= today), ...changes].sort().at(-1) ?? null;
};

/** By when a notice in force is to be reviewed again, as Californian law asks; null where it does not, or nothing is in force. */
export const reviewDueOn = (notice: Notice, now: Instant): PlainDate | null => {
	const inForce = lastInForce(notice.versions, now);
	const last = inForce && lastReviewedOn(notice, now);
	const law = notice.law ?? inForce?.revision.commitments?.regime ?? 'california';
	return last && law === 'california' ? addDays(last, blockedAfterDays) : null;
};

const checkNotice = (draft: NoticeDraft, now: Instant): RuleFlaw[] => {
	const { notice, file, lineOf } = draft;
	const inForce = draftOf(draft, lastInForce(notice.versions, now)?.id ?? null);
	const last = inForce && isUnderCalifornia(inForce, draft) ? lastReviewedOn(notice, now) : null;
	if (!last) return [];
	const age = daysBetween(last, dateIn(now, notice.zone));
	if (age < warnedAfterDays) return [];
	const message = `Last reviewed ${age} days ago, on ${last}; the next review is due by ${addDays(last, blockedAfterDays)}. Review it and record that: npm run notice -- review ${notice.slug} --by <person>.`;
	const level = age < blockedAfterDays ? ('warning' as const) : ('error' as const);
	return [{ file, line: lineOf(['reviews']), field: 'reviews', level, message }];
};

/** A notice in force is reviewed at least every twelve months. */
export const c11YearlyReview: Rule = {
	id: 'C11',
	level: 'error',
	citation: 'Cal. Civ. Code § 1798.130(a)(5)',
	check: ({ notices, now }) => (now ? notices.flatMap((it) => checkNotice(it, now)) : []),
};
