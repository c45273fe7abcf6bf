import { notices } from 'virtual:notices';
import { type Population, populations } from '../schema/notice/vocabulary.ts';
import { type Route, routeOf } from '../schema/request/route.ts';
import type { RightName } from './api/answers.ts';
import { defaultLocale, headOf, noticeBySlug, timelineOf } from './notices.ts';

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

const inForce = notices.flatMap((notice) => {
	const { current } = timelineOf(notice);
	return current ? [{ notice: notice.slug, promises: headOf(notice, current, defaultLocale).promises }] : [];
});

const promisesOf = (slug: string) => inForce.find((it) => it.notice === slug)?.promises;

const labelOf = (population: Population) =>
	inForce.flatMap((it) => it.promises.scope?.populations ?? []).find((it) => it.key === population)?.label;

/** The ways that the notices in force speak of. */
export const knownAs: readonly KnownAs[] = populations.flatMap((slug) => {
	const route = routeOf(slug, inForce);
	if (!route) return [];
	const governing = route.kind === 'governed' ? promisesOf(route.notice) : undefined;
	return [
		{
			value: slug.toUpperCase(),
			slug,
			label: labelOf(slug) ?? slug,
			route,
			rights: governing?.commitments?.rights ?? [],
		},
	];
});

export const noticeTitle = (slug: string): string => {
	const notice = noticeBySlug(slug);
	return notice?.title[defaultLocale] ?? slug;
};

/** When an answer is due, as the notices in force promise it; they may differ, so the longest is said. */
export const answerTerms = () => {
	const all = inForce.map((it) => it.promises.commitments).filter((it) => it !== undefined);
	return {
		respondWithinDays: Math.max(0, ...all.map((it) => it.respondWithinDays)),
		extendToDays: [...new Set(all.flatMap((it) => it.extendToDays))].sort((a, b) => a - b),
		optOutWithinBusinessDays: Math.max(0, ...all.map((it) => it.optOutWithinBusinessDays)),
		optOutWarning: all.some((it) => it.optOutWarning),
		optOutSignal: all.some((it) => it.optOutSignal),
		accessRequestsPerYear: all.find((it) => it.accessRequestsPerYear)?.accessRequestsPerYear,
	};
};
