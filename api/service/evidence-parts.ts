import type { Notice, Version } from '../../schema/notice/model.ts';
import { objectionWindowAt, supersededAt } from '../../schema/notice/timeline.ts';
import { versionEventTypes } from '../../schema/notice/vocabulary.ts';
import type { EvidenceStatement } from '../../schema/provenance/evidence.ts';
import { readHashed } from '../../schema/source/hashed.ts';
import type { Instant } from '../../schema/time.ts';
import { letterOfNews } from '../domain/news.ts';
import { readStream } from '../store/events.ts';
import { countLettersOfVersion, countToldInDigests } from '../store/evidence.ts';
import type { ReadTx } from '../store/transactions.ts';
import { bare } from './dealings.ts';

/** What happened to a version, to those who were to be told of it, and who took evidence of it before, first to last. */
export const eventsOf = async (
	tx: ReadTx,
	{ notice, version }: { notice: string; version: string },
): Promise<EvidenceStatement['events']> => {
	const events: EvidenceStatement['events'] = [];
	for (const kind of ['version', 'audience', 'access'] as const) {
		const stream = await readStream(tx, { kind, id: `${notice}/${version}` });
		events.push(...stream.map(bare));
	}
	return events.sort((a, b) => (a.at < b.at ? -1 : 1));
};

/** How many were told of each event of a version, and how. */
export const toldOf = async (
	tx: ReadTx,
	of: { notice: string; version: string },
): Promise<EvidenceStatement['told']> => {
	const told: EvidenceStatement['told'] = [];
	for (const event of versionEventTypes) {
		const letters = await countLettersOfVersion(tx, letterOfNews[event], of);
		told.push({ event, letters, inDigests: await countToldInDigests(tx, { ...of, event }) });
	}
	return told;
};

/** Every date of a version that holds, as far as it is known. */
export const datesOf = (notice: Notice, version: Version, now: Instant): EvidenceStatement['dates'] => {
	const window = objectionWindowAt(version, now);
	return {
		announcedAt: version.announcedAt,
		publishedAt: version.publishedAt,
		effectiveAt: version.effectiveAt,
		supersededAt: supersededAt(notice, version, now),
		withdrawnAt: version.withdrawnAt && version.withdrawnAt <= now ? version.withdrawnAt : null,
		objectionsFrom: window?.opensAt ?? null,
		objectionsUntil: window?.closesAt ?? null,
	};
};

/** A version's text in each of its languages, as it was hashed. */
export const editionsOf = async (
	{ locales }: Notice,
	{ editions }: Version,
): Promise<EvidenceStatement['editions']> => {
	const known = locales.flatMap((locale) => editions[locale] ?? []);
	return Promise.all(
		known.map(async (edition) => {
			const { hashed } = await readHashed(edition);
			return { locale: edition.locale, sha256: edition.sha256, hashed: JSON.parse(hashed.toString('utf8')) };
		}),
	);
};
