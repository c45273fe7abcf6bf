import { addSeconds, type Instant } from '../time.ts';
import { type Banner, bannersAt } from './banner.ts';
import { type Reference, referenceOf } from './incorporates.ts';
import { later } from './lead.ts';
import type { Library, Notice, Section, Version } from './model.ts';
import { supersededAt, timelineAt, versionAt } from './timeline.ts';

/** A section of another notice, in the version of it that governs at an instant. */
export interface Incorporated {
	notice: Notice;
	version: Version;
	/** Its id. */
	section: string;
}

/** A section with those inside it as one; null where a text has none of that name. */
export const wholeSection = (sections: readonly Section[], id: string): Section | null => {
	const start = sections.findIndex((it) => it.id === id);
	const section = sections[start];
	if (!section) return null;
	const rest = sections.slice(start + 1);
	const end = rest.findIndex((it) => it.depth <= section.depth);
	const inside = rest.slice(0, end < 0 ? rest.length : end);
	return { ...section, blocks: [section, ...inside].flatMap((it) => it.blocks) };
};

/** The sections that a version takes over, each in the version that governs at an instant, as far as is known at `now`. */
export const incorporatedAt = (
	{ notices }: Pick<Library, 'notices'>,
	version: Version,
	at: Instant,
	now: Instant = at,
): Incorporated[] =>
	version.revision.incorporates.map(referenceOf).flatMap(({ notice: slug, section }) => {
		const notice = notices.find((it) => it.slug === slug);
		const governing = notice && versionAt(notice, at, now);
		return governing ? [{ notice, version: governing, section }] : [];
	});

/** The instant at which to read what a version takes over: now while it is in force, else when it begins or as it ended. */
export const readingInstant = (notice: Notice, version: Version, now: Instant): Instant => {
	const ended = supersededAt(notice, version, now);
	return ended && ended <= now ? addSeconds(ended, -1) : later(version.effectiveAt, now);
};

const blocksOf = ({ blocks }: Section) => JSON.stringify(blocks);

/** Whether a version changes a section, or what is printed in it; a section that cannot be found in both is changed. */
const changesSection = (notice: Notice, version: Version, id: string): boolean => {
	const before = notice.versions.find((it) => it.id === version.revision.predecessor);
	const [old, now] = [before, version].map((it) => it?.editions[notice.locales[0] ?? '']?.sections);
	const [from, to] = [wholeSection(old ?? [], id), wholeSection(now ?? [], id)];
	return !from || !to || blocksOf(from) !== blocksOf(to);
};

const takenOver = (notice: Notice, now: Instant): Reference[] => {
	const { current, announced } = timelineAt(notice, now);
	const said = [...(current ? [current] : []), ...announced].flatMap((it) => it.revision.incorporates);
	return [...new Set(said)].map(referenceOf);
};

/**
 * The material changes of other notices that stand at an instant and change what a notice takes over, so that they are
 * material to it too; also where what it takes over was itself taken over. Each once.
 */
export const incorporatedChanges = ({ notices }: Pick<Library, 'notices'>, notice: Notice, now: Instant): Banner[] => {
	const others = notices.filter((it) => it.slug !== notice.slug);
	const found = takenOver(notice, now).flatMap((reference) => {
		const other = others.find((it) => it.slug === reference.notice);
		if (!other) return [];
		const own = bannersAt([other], now).filter((it) => changesSection(other, it.version, reference.section));
		return [...own, ...incorporatedChanges({ notices: others }, other, now)];
	});
	return found.filter((it, index) => found.findIndex(({ version }) => version === it.version) === index);
};
