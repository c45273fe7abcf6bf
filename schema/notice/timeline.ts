import { addSeconds, fromEpoch, type Instant, toEpoch } from '../time.ts';
import { isWithdrawn, lastInForce, later } from './lead.ts';
import type { Library, Notice, Version } from './model.ts';

export type VersionStatus = 'ANNOUNCED' | 'IN_FORCE' | 'SUPERSEDED' | 'WITHDRAWN';

/** What is known of a notice at an instant; `announced` and `visible` by `effectiveAt`, earliest first. */
export interface Timeline {
	current: Version | null;
	announced: Version[];
	visible: Version[];
}

export interface ObjectionWindow {
	opensAt: Instant;
	closesAt: Instant;
	open: boolean;
}

/**
 * Whether anybody outside may know of a version: not while it is missing from the ledger, not before its announcement,
 * never if it was taken back before that.
 */
export const isKnownAt = (version: Version, now: Instant): boolean =>
	version.publishedAt !== null &&
	version.announcedAt <= now &&
	!(version.withdrawnAt && version.withdrawnAt <= version.announcedAt);

/** When a version takes effect: the author's date, or later where the lead time has not run by then. */
export const effectiveAt = (_notice: Notice, version: Version): Instant => version.effectiveAt;

/**
 * The version that governed at an instant, as far as it is known at `now`: the last that had taken effect by then and was
 * not withdrawn. Null before the first.
 */
export const versionAt = (notice: Notice, at: Instant, now: Instant = at): Version | null =>
	lastInForce(
		notice.versions.filter((it) => isKnownAt(it, now)),
		at,
	);

/**
 * The status of a version beside the one in force, or null while it is not known. In this order: not announced is null;
 * withdrawn from `withdrawnAt` on, if that came before its effect; announced until it takes effect; in force until a later
 * one does.
 */
export const statusBeside = (current: Version | null, version: Version, now: Instant): VersionStatus | null => {
	if (!isKnownAt(version, now)) return null;
	if (isWithdrawn(version) && version.withdrawnAt && version.withdrawnAt <= now) return 'WITHDRAWN';
	if (now < version.effectiveAt) return 'ANNOUNCED';
	return current?.id === version.id ? 'IN_FORCE' : 'SUPERSEDED';
};

/** The status of a version at an instant, or null while it is not known. */
export const statusAt = (notice: Notice, version: Version, now: Instant): VersionStatus | null =>
	statusBeside(versionAt(notice, now), version, now);

/** The versions whose announced date has come though they are missing from the ledger, so that nobody sees them. */
export const unpublishedAt = (notice: Notice, now: Instant): Version[] =>
	notice.versions.filter((it) => it.publishedAt === null && it.revision.announcedAt <= now && !isWithdrawn(it));

/** The version in force, the announced ones and all known ones at an instant. */
export const timelineAt = (notice: Notice, now: Instant): Timeline => {
	const visible = notice.versions.filter((it) => isKnownAt(it, now));
	const current = lastInForce(visible, now);
	return { current, announced: visible.filter((it) => statusBeside(current, it, now) === 'ANNOUNCED'), visible };
};

/** The version that the given one revises, or null for the first. */
export const predecessorOf = (notice: Notice, version: Version): Version | null =>
	notice.versions.find((it) => it.id === version.revision.predecessor) ?? null;

/** The version that revises the given one, if one is known at `now`; a withdrawn one revises nothing. */
export const successorOf = (notice: Notice, version: Version, now: Instant): Version | null =>
	notice.versions.find((it) => it.revision.predecessor === version.id && isKnownAt(it, now) && !isWithdrawn(it)) ??
	null;

/** When a version stopped or will stop to be in force, as far as that is known at `now`; else null. */
export const supersededAt = (notice: Notice, version: Version, now: Instant): Instant | null =>
	successorOf(notice, version, now)?.effectiveAt ?? null;

/**
 * The window for objections to a version, or null where it has none or is not known. Announced late, it opens late and
 * stays as long as it was to be; withdrawn, it closes at the withdrawal.
 */
export const objectionWindowAt = (version: Version, now: Instant): ObjectionWindow | null => {
	const { objection } = version.revision;
	if (!objection || !isKnownAt(version, now)) return null;
	const opensAt = later(objection.opensAt, version.announcedAt);
	const planned = fromEpoch(toEpoch(opensAt) + toEpoch(objection.closesAt) - toEpoch(objection.opensAt));
	const { withdrawnAt } = version;
	const cut = isWithdrawn(version) && withdrawnAt !== null && withdrawnAt <= now && withdrawnAt < planned;
	const closesAt = cut ? later(opensAt, withdrawnAt) : planned;
	return { opensAt, closesAt, open: opensAt <= now && now < closesAt };
};

const bannerSecondsAfterEffect = 30 * 24 * 60 * 60;

/** When the banner of a version comes down, or null where it has none: only a material change to a notice has one. */
export const bannerEndsAt = (version: Version): Instant | null =>
	version.revision.class === 'material' && version.revision.predecessor !== null && !isWithdrawn(version)
		? addSeconds(version.effectiveAt, bannerSecondsAfterEffect)
		: null;

/** Every instant at which anything about a version changes; none while it is not published. */
const changesOf = (version: Version): Instant[] => {
	if (version.publishedAt === null) return [];
	const window = objectionWindowAt(version, version.announcedAt);
	const ends = [version.withdrawnAt, window?.opensAt, window?.closesAt, bannerEndsAt(version)];
	return [version.announcedAt, version.effectiveAt, ...ends.filter((it) => it !== null && it !== undefined)];
};

/** The first instant after `now` at which any status, window or banner changes, or null where nothing is to come. */
export const nextChangeAt = (of: Pick<Library, 'notices'> | readonly Notice[], now: Instant): Instant | null => {
	const notices = 'notices' in of ? of.notices : of;
	const changes = notices.flatMap((notice) => notice.versions.flatMap(changesOf)).filter((at) => at > now);
	return changes.sort()[0] ?? null;
};
