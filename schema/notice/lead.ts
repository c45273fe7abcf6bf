import { Temporal } from 'temporal-polyfill';
import { type Instant, instant } from '../time.ts';
import type { Version } from './model.ts';

/** Days of notice before a change that alters what the text says without being material. */
const substantiveLeadDays = 3;

/** Days of notice before a material change, where the version in force promises no number of its own. */
const materialLeadDays = 30;

/** The instant a number of days later at the same local time in an IANA zone, so that a lead never loses an hour to summer time. */
export const daysAfter = (at: Instant, days: number, zone: string): Instant =>
	instant(Temporal.Instant.from(at).toZonedDateTimeISO(zone).add({ days }).toInstant().toString());

/** The later of two instants. */
export const later = (a: Instant, b: Instant): Instant => (a < b ? b : a);

/** Days that must pass between announcement and effect, given the version in force when the change became known. */
export const leadDays = (version: Pick<Version, 'revision'>, inForce: Pick<Version, 'revision'> | null): number => {
	const { revision } = version;
	if (!inForce || revision.urgent || revision.class === 'editorial') return 0;
	if (revision.class === 'substantive') return substantiveLeadDays;
	return inForce.revision.changeTerms?.advanceNotice.days ?? materialLeadDays;
};

/** Whether a version was taken back before it took effect; afterwards only a new version can undo it. */
export const isWithdrawn = (version: Version): boolean =>
	version.withdrawnAt !== null && version.withdrawnAt < version.effectiveAt;

/** The version in force at an instant among versions sorted by `effectiveAt`. */
export const lastInForce = (versions: readonly Version[], at: Instant): Version | null =>
	versions.findLast((it) => it.effectiveAt <= at && !isWithdrawn(it)) ?? null;

/** When a version became known: imported history keeps its author's date, everything else waits for the ledger's. */
const knownAt = (version: Version): Instant =>
	version.publishedAt && !version.imported
		? later(version.revision.announcedAt, version.publishedAt)
		: version.revision.announcedAt;

/**
 * The versions with the dates that hold, by `effectiveAt`: the lead runs from what happened, and no version overtakes the
 * one it follows, since its text contains that one's change. What is not published binds nothing that is.
 */
export const withLead = (versions: readonly Version[], zone: string): Version[] => {
	const sorted = versions.toSorted((a, b) => (a.revision.effectiveAt < b.revision.effectiveAt ? -1 : 1));
	const dated: Version[] = [];
	for (const version of sorted) {
		const announcedAt = knownAt(version);
		const earlier = version.publishedAt === null ? dated : dated.filter((it) => it.publishedAt !== null);
		const days = version.imported ? 0 : leadDays(version, lastInForce(earlier, announcedAt));
		const own = later(version.revision.effectiveAt, daysAfter(announcedAt, days, zone));
		const before = earlier.findLast((it) => !isWithdrawn(it));
		dated.push({ ...version, announcedAt, effectiveAt: before ? later(own, before.effectiveAt) : own });
	}
	return dated;
};
