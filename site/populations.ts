import { notices } from 'virtual:notices';
import { noticeAddress, versionAddress } from '../schema/notice/address.ts';
import { type Population, populations } from '../schema/notice/vocabulary.ts';
import { type Route, routeOf } from '../schema/request/route.ts';
import type { RightName } from './api/answers.ts';
import { defaultLocale, headOf, noticeBySlug, readingLocale, timelineOf } from './notices.ts';

/** One way of being known to the organisation, and who answers people known that way. */
export interface KnownAs {
	/** As the API names it. */
	value: string;
	slug: Population;
	label: string;
	route: Route;
	/** What can be asked for; empty where somebody else must answer. */
	rights: readonly RightName[];
}

/** What the notices in force promise, in a language where they have it. */
const inForce = (locale: string) =>
	notices.flatMap((notice) => {
		const { current } = timelineOf(notice);
		return current ? [{ notice: notice.slug, promises: headOf(notice, current, locale).promises }] : [];
	});

/** The ways that the notices in force speak of, in the words of a language where they have it. */
export const knownAs = (locale: string): KnownAs[] => {
	const said = inForce(locale);
	const rows = said.flatMap((it) => it.promises.scope?.populations ?? []);
	return populations.flatMap((slug) => {
		const route = routeOf(slug, said);
		if (!route) return [];
		const governing = route.kind === 'governed' ? said.find((it) => it.notice === route.notice) : undefined;
		return [
			{
				value: slug.toUpperCase(),
				slug,
				label: rows.find((it) => it.key === slug)?.label ?? slug,
				route,
				rights: governing?.promises.commitments?.rights ?? [],
			},
		];
	});
};

export const noticeTitle = (slug: string, locale: string): string => {
	const title = noticeBySlug(slug)?.title;
	return title?.[locale] ?? title?.[defaultLocale] ?? slug;
};

/** Where a notice is read in a language; in its controlling one where the other has no version in force. */
export const noticeHome = (slug: string, locale: string): string => {
	const notice = noticeBySlug(slug);
	const current = notice && timelineOf(notice).current;
	return notice && current ? noticeAddress(notice, readingLocale(notice, current, locale)) : `/${slug}/`;
};

/** Where a version is read in a language; in its controlling one where the other has none. */
export const versionHome = (slug: string, id: string, locale: string): string => {
	const notice = noticeBySlug(slug);
	const version = notice?.versions.find((it) => it.id === id);
	return notice && version
		? versionAddress(notice, version, readingLocale(notice, version, locale))
		: `/${slug}/${id}/`;
};

/** When an answer is due, as the notices in force promise it; they may differ, so the longest is said. */
export const answerTerms = () => {
	const all = inForce(defaultLocale)
		.map((it) => it.promises.commitments)
		.filter((it) => it !== undefined);
	return {
		respondWithinDays: Math.max(0, ...all.map((it) => it.respondWithinDays)),
		extendToDays: [...new Set(all.flatMap((it) => it.extendToDays))].sort((a, b) => a - b),
		optOutWithinBusinessDays: Math.max(0, ...all.map((it) => it.optOutWithinBusinessDays)),
		optOutWarning: all.some((it) => it.optOutWarning),
		optOutSignal: all.some((it) => it.optOutSignal),
		accessRequestsPerYear: all.find((it) => it.accessRequestsPerYear)?.accessRequestsPerYear,
	};
};
