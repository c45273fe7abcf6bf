import { noticeAddress, versionAddress } from '../../schema/notice/address.ts';
import type { Notice, Version } from '../../schema/notice/model.ts';
import { timelineAt } from '../../schema/notice/timeline.ts';
import { mementoHeaders, mementosOf, timeLinks } from '../../schema/provenance/memento.ts';
import { versionLinks } from '../../schema/provenance/version-links.ts';
import type { Instant } from '../../schema/time.ts';
import type { PageHeaders } from './headers.ts';

interface Place {
	notice: Notice;
	locale: string;
	publicUrl: string;
}

const relations = ({ notice, locale, publicUrl }: Place, version: Version, now: Instant) =>
	versionLinks(notice, version, locale, now).map(({ rel, href }) => `<${publicUrl}${href}>; rel="${rel}"`);

const versionPage = (place: Place, version: Version, now: Instant) => {
	const { links = [], ...memento } = mementoHeaders(place, version, now) ?? {};
	return { ...memento, Link: [...links, ...relations(place, version, now)].join(', ') };
};

const noticePage = (place: Place, current: Version, now: Instant) => {
	const map = mementosOf(place.notice, place.locale, now).length ? timeLinks(place) : [];
	return { Link: [...map, ...relations(place, current, now)].join(', ') };
};

const headersIn = (place: Place, now: Instant): [string, Record<string, string>][] => {
	const { notice, locale } = place;
	const { current, visible } = timelineAt(notice, now);
	const pages = visible.filter((it) => it.editions[locale]);
	return [
		...(current
			? [[noticeAddress(notice, locale), noticePage(place, current, now)] satisfies [string, Record<string, string>]]
			: []),
		...pages.map((it): [string, Record<string, string>] => [
			versionAddress(notice, it, locale),
			versionPage(place, it, now),
		]),
	];
};

/** How the pages of notices, as known at an instant, say in their headers where they stand in time (RFC 7089, RFC 5829). */
export const linkHeaders = (notices: readonly Notice[], publicUrl: string, now: Instant): PageHeaders =>
	Object.fromEntries(
		notices.flatMap((notice) => notice.locales.flatMap((locale) => headersIn({ notice, locale, publicUrl }, now))),
	);
