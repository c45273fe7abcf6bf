import { historyAddress, noticeAddress, versionAddress } from '../notice/address.ts';
import type { Notice, Version } from '../notice/model.ts';
import { predecessorOf, successorOf } from '../notice/timeline.ts';
import type { Instant } from '../time.ts';

/** A link of a page: where `rel` says what stands at the path `href`. */
export interface VersionLink {
	rel: string;
	href: string;
}

/** Where a version's neighbours in time stand in one language, by the relations of RFC 5829. */
export const versionLinks = (notice: Notice, version: Version, locale: string, now: Instant): VersionLink[] => {
	const before = predecessorOf(notice, version);
	const after = successorOf(notice, version, now);
	const to = (rel: string, other: Version | null) =>
		other?.editions[locale] ? [{ rel, href: versionAddress(notice, other, locale) }] : [];
	return [
		{ rel: 'latest-version', href: noticeAddress(notice, locale) },
		{ rel: 'version-history', href: historyAddress(notice, locale) },
		...to('predecessor-version', before),
		...to('successor-version', after),
	];
};
