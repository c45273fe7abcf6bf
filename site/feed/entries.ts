import { builtAt, publicUrl } from 'virtual:notices';
import { versionAddress } from '../../schema/notice/address.ts';
import type { Edition, Notice, Version } from '../../schema/notice/model.ts';
import { redline } from '../../schema/notice/redline.ts';
import { type Extract, extractOf } from '../../schema/notice/redline-extract.ts';
import type { ChangeClass } from '../../schema/notice/vocabulary.ts';
import type { Instant } from '../../schema/time.ts';
import { absolute } from '../address.ts';
import { dateOf } from '../dates.ts';
import { headOf, predecessorIn, statusOf, timelineOf } from '../notices.ts';
import { textOf } from '../text/text-of.ts';
import { textOf as editionOf } from '../texts.ts';
import { type FeedName, feeds } from './names.ts';

/** One event of one version: it was announced, or it took effect. Each has its own id, since a reader wants to hear both. */
export interface FeedEntry {
	/** A tag URI, which never changes. */
	id: string;
	title: string;
	url: string;
	/** When it happened: never the time of the build. */
	at: Instant;
	summary: string;
	/** What changed, in words, a line each. */
	changes: string[];
	/** The words themselves, with markers that every reader shows. */
	extract: Extract;
	version: Version;
	event: 'announced' | 'in-force' | 'withdrawn';
	edition: Edition;
}

/** Most events in a feed, and most passages that an entry quotes. */
const [limit, quotes] = [100, 12];

const tag = (notice: Notice, version: Version, event: string) =>
	`tag:${new URL(publicUrl).hostname},2026:${notice.slug}/${version.id}#${event}`;

const changesOf = async (
	notice: Notice,
	version: Version,
	edition: Edition,
): Promise<Pick<FeedEntry, 'changes' | 'extract'>> => {
	const before = predecessorIn(notice, version, edition.locale);
	if (!before) return { changes: [], extract: { lines: [], more: 0 } };
	const [from, to] = await Promise.all([editionOf(before, edition.locale), editionOf(version, edition.locale)]);
	const found = redline(
		{ notice: notice.slug, id: before.id, ...from },
		{ notice: notice.slug, ...to, id: version.id },
	);
	const t = textOf(edition.locale);
	const sections = found.sections
		.filter((it) => it.op !== 'equal')
		.map((it) => `${it.heading} (${t.sectionOp[it.op]})`);
	return { changes: [...found.data.map(({ line }) => line), ...sections], extract: extractOf(found, t, quotes) };
};

const entriesOf = async (notice: Notice, version: Version, locale: string): Promise<FeedEntry[]> => {
	const edition = headOf(notice, version, locale);
	const t = textOf(locale);
	const date = dateOf(version.effectiveAt, notice.zone, locale);
	const shared = {
		url: absolute(versionAddress(notice, version, edition.locale)),
		summary: edition.summary,
		...(await changesOf(notice, version, edition)),
		version,
		edition,
	};
	const announced: FeedEntry = {
		...shared,
		id: tag(notice, version, 'announced'),
		title: `${edition.title}: ${t.status.ANNOUNCED.toLowerCase()}, ${t.from(date)}`,
		at: version.announcedAt,
		event: 'announced',
	};
	const inForce: FeedEntry = {
		...shared,
		id: tag(notice, version, 'in-force'),
		title: `${edition.title}: ${t.status.IN_FORCE.toLowerCase()}, ${t.from(date)}`,
		at: version.effectiveAt,
		event: 'in-force',
	};
	const { withdrawnAt } = version;
	if (statusOf(notice, version) === 'WITHDRAWN' && withdrawnAt) {
		const title = `${edition.title}: ${t.withdrawn(dateOf(withdrawnAt, notice.zone, locale))}`;
		return [
			{ ...shared, id: tag(notice, version, 'withdrawn'), title, at: withdrawnAt, event: 'withdrawn' },
			announced,
		];
	}
	const happened = version.effectiveAt <= builtAt ? [inForce] : [];
	return version.announcedAt < version.effectiveAt ? [...happened, announced] : happened;
};

const newestFirst = (a: FeedEntry, b: FeedEntry) => (a.at === b.at ? (a.id < b.id ? 1 : -1) : a.at < b.at ? 1 : -1);

/** What happened to a notice until now, as far as it belongs in a feed, the newest first. */
export const feedOf = async (notice: Notice, locale: string, feed: FeedName): Promise<FeedEntry[]> => {
	const classes: readonly ChangeClass[] = feeds[feed];
	const versions = timelineOf(notice).visible.filter(({ revision }) => classes.includes(revision.class));
	const entries = await Promise.all(versions.slice(-limit).map((version) => entriesOf(notice, version, locale)));
	return entries.flat().sort(newestFirst).slice(0, limit);
};

/** What an entry says below its summary: what changed, then the words that changed. */
export const linesOf = ({ changes, extract: { lines, more }, edition }: FeedEntry): string[] => {
	const t = textOf(edition.locale);
	return [...changes, ...lines, ...(more > 0 ? [t.andMore(more)] : [])];
};

export const feedTitle = (notice: Notice, locale: string, feed: FeedName): string => {
	const title = notice.title[locale] ?? notice.title[notice.locales[0] ?? ''] ?? notice.slug;
	return `${title}: ${textOf(locale).feedNames[feed]}`;
};
