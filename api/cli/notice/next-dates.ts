import { daysAfter, lastInForce, later, leadDays } from '../../../schema/notice/lead.ts';
import type { Notice, Version } from '../../../schema/notice/model.ts';
import type { ChangeClass } from '../../../schema/notice/vocabulary.ts';
import { addDays, dateIn, type Instant, localTime, type PlainDate, startOfDay } from '../../../schema/time.ts';

/** When a next revision can become known and take effect. */
export interface NextDates {
	announcedAt: Instant;
	effectiveAt: Instant;
	/** When it can take effect at the earliest. */
	earliestOn: PlainDate;
	/** The version in force at the announcement, whose promises count; null where none is. */
	inForce: string | null;
	/** Days of notice, and days in which to object, that it promises for such a change. */
	leadDays: number;
	objectionDays: number;
}

const announcedAtHour = 9;

/**
 * Dates for a revision that follows `last`: announced tomorrow morning, in force on the day asked for or, where none is, on the
 * first whole day after the notice has run and `last` has begun. An editorial change takes effect with its announcement.
 */
export const nextDates = (
	notice: Notice,
	last: Version,
	kind: ChangeClass,
	now: Instant,
	effectiveOn?: PlainDate,
): NextDates => {
	const { zone } = notice;
	const announcedOn = addDays(dateIn(now, zone), 1);
	const announcedAt = localTime(announcedOn, announcedAtHour, zone);
	const inForce = lastInForce(notice.versions, announcedAt);
	const { urgent: _, ...revision } = last.revision;
	const lead = leadDays({ revision: { ...revision, class: kind } }, inForce);
	const noticed = lead === 0 ? announcedOn : addDays(dateIn(daysAfter(announcedAt, lead, zone), zone), 1);
	const afterLast = addDays(dateIn(last.effectiveAt, zone), 1);
	const earliestOn = dateIn(later(startOfDay(noticed, zone), startOfDay(afterLast, zone)), zone);
	const on = effectiveOn ?? earliestOn;
	return {
		announcedAt,
		effectiveAt: on === announcedOn ? announcedAt : startOfDay(on, zone),
		earliestOn,
		inForce: inForce?.id ?? null,
		leadDays: lead,
		objectionDays: kind === 'material' ? (inForce?.revision.changeTerms?.objection?.days ?? 0) : 0,
	};
};
