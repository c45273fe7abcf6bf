import type { Instant } from '../time.ts';
import type { Notice, Version } from './model.ts';
import { bannerEndsAt, objectionWindowAt, statusAt } from './timeline.ts';

/** A material change that every page speaks of: while it is announced, and for 30 days after it took effect. */
export interface Banner {
	notice: Notice;
	version: Version;
	phase: 'announced' | 'in-force';
	effectiveAt: Instant;
	/** Null where the version takes no objections. */
	objectionClosesAt: Instant | null;
}

const bannerOf = (notice: Notice, version: Version, now: Instant): Banner | null => {
	const status = statusAt(notice, version, now);
	const { revision, effectiveAt } = version;
	if (revision.class !== 'material' || revision.predecessor === null) return null;
	if (status === null || status === 'WITHDRAWN') return null;
	const endsAt = bannerEndsAt(version);
	if (status !== 'ANNOUNCED' && (!endsAt || now >= endsAt)) return null;
	const phase = status === 'ANNOUNCED' ? 'announced' : 'in-force';
	return { notice, version, phase, effectiveAt, objectionClosesAt: objectionWindowAt(version, now)?.closesAt ?? null };
};

/** The banners that stand at an instant, the earliest effective date first. */
export const bannersAt = (notices: readonly Notice[], now: Instant): Banner[] =>
	notices
		.flatMap((notice) => notice.versions.map((version) => bannerOf(notice, version, now)))
		.filter((it) => it !== null)
		.sort((a, b) => (a.effectiveAt < b.effectiveAt ? -1 : 1));
