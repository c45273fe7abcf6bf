import { builtAt, publicUrl } from 'virtual:notices';
import type { Edition, Notice, Version } from '../../schema/notice/model.ts';
import { redline } from '../../schema/notice/redline.ts';
import type { Instant } from '../../schema/time.ts';
import { absolute, versionAddress } from '../address.ts';
import { dateOf } from '../dates.ts';
import { textOf as editionOf, headOf, predecessorIn, statusOf, timelineOf } from '../notices.ts';
import { textOf } from '../text/text-of.ts';

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
	version: Version;
	event: 'announced' | 'in-force' | 'withdrawn';
	edition: Edition;
}

const limit = 50;

const tag = (notice: Notice, version: Version, event: string) =>
	`tag:${new URL(publicUrl).hostname},2026:${notice.slug}/${version.id}#${event}`;

const changesOf = async (notice: Notice, version: Version, edition: Edition): Promise<string[]> => {
	const before = predecessorIn(notice, version, edition.locale);
	if (!before) return [];
	const [from, to] = await Promise.all([editionOf(before, edition.locale), editionOf(version, edition.locale)]);
	const found = redline(
		{ notice: notice.slug, id: before.id, ...from },
		{ notice: notice.slug, ...to, id: version.id },
	);
	const t = textOf(edition.locale);
	const sections = found.sections
		.filter((it) => it.op !== 'equal')
		.map((it) => `${it.heading} (${t.sectionOp[it.op]})`);
	return [...found.data, ...sections];
};

const entriesOf = async (notice: Notice, version: Version, locale: string): Promise<FeedEntry[]> => {
	const edition = headOf(notice, version, locale);
	const t = textOf(locale);
	const date = dateOf(version.effectiveAt, notice.zone, locale);
	const shared = {
		url: absolute(versionAddress(notice, version, edition.locale)),
		summary: edition.summary,
		changes: await changesOf(notice, version, edition),
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

/** What happened to a notice until now, the newest first. */
export const feedOf = async (notice: Notice, locale: string): Promise<FeedEntry[]> => {
	const recent = timelineOf(notice).visible.slice(-limit);
	const entries = await Promise.all(recent.map((version) => entriesOf(notice, version, locale)));
	return entries
		.flat()
		.sort((a, b) => (a.at < b.at ? 1 : -1))
		.slice(0, limit);
};
