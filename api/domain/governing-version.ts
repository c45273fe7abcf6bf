import type { Category } from '../../schema/notice/frontmatter.ts';
import type { Notice, Version } from '../../schema/notice/model.ts';
import { predecessorOf, versionAt } from '../../schema/notice/timeline.ts';
import type { GoverningReason, ObjectionDecision } from '../../schema/objection/vocabulary.ts';
import type { Instant } from '../../schema/time.ts';

/** One objection of a person that was confirmed. */
export interface StandingObjection {
	version: string;
	receivedAt: Instant;
	decidedAt: Instant | null;
	decision: ObjectionDecision | null;
	/** When it was taken back; null where it was not. */
	withdrawnAt: Instant | null;
}

/** What is asked about a person. */
export interface GoverningQuestion {
	objections: readonly StandingObjection[];
	/** The moment asked about. */
	instant: Instant;
	/** When the data in question was collected; null where the question is not about data already held. */
	collectedAt: Instant | null;
	/** What the data is; null where any of it may be meant. */
	category: Category['key'] | null;
}

export interface Governing {
	version: Version;
	/** Why it is not a later one. */
	why: GoverningReason;
}

const objectionTo = ({ objections, instant }: GoverningQuestion, { id }: Version): GoverningReason | null => {
	const standing = objections.filter(
		(it) => it.version === id && it.receivedAt <= instant && (it.withdrawnAt === null || it.withdrawnAt > instant),
	);
	const decided = (it: StandingObjection) => (it.decidedAt && it.decidedAt <= instant ? it.decision : null);
	if (standing.some((it) => decided(it) === 'UPHELD')) return 'OBJECTION_UPHELD';
	return standing.some((it) => decided(it) === null) ? 'OBJECTION_UNDECIDED' : null;
};

/** 11 CCR § 7002: what was collected under an earlier text is not put to a new use by a later one alone. */
const reachOf = ({ collectedAt, category }: GoverningQuestion, version: Version): GoverningReason | null => {
	const { reach, direction } = version.revision;
	if (collectedAt === null || collectedAt >= version.effectiveAt) return null;
	if (!reach || direction === 'favourable') return null;
	if (category !== null && !reach.categories.includes(category)) return null;
	return reach.appliesTo === 'new-data-only' ? 'NEW_DATA_ONLY' : 'CONSENT_NEEDED';
};

/**
 * The text of a notice that governs a person at an instant, as far as is known at `now`; null before the first. It is the
 * one in force, or the one before the first change that an objection, or the reach of the change, keeps from this person:
 * a later version repeats that change, and saying nothing to it is no consent.
 */
export const governingVersion = (notice: Notice, question: GoverningQuestion, now: Instant): Governing | null => {
	const current = versionAt(notice, question.instant, now);
	let governing: Governing | null = current && { version: current, why: 'IN_FORCE' };
	for (let version = current; version; ) {
		const earlier = predecessorOf(notice, version);
		const why = objectionTo(question, version) ?? reachOf(question, version);
		if (earlier && why) governing = { version: earlier, why };
		version = earlier;
	}
	return governing;
};
