import { builtAt, notices } from 'virtual:notices';
import { placeOf } from '../schema/notice/address.ts';
import type { Edition, Notice, Version } from '../schema/notice/model.ts';
import {
	type ObjectionWindow,
	objectionWindowAt,
	predecessorOf,
	statusBeside,
	type Timeline,
	timelineAt,
	type VersionStatus,
} from '../schema/notice/timeline.ts';
import { spokenIn } from './text/text-of.ts';

/** The language of a page that belongs to no notice. */
export const defaultLocale = notices[0]?.locales[0] ?? 'en';

export const noticeBySlug = (slug: string): Notice | undefined => notices.find((it) => it.slug === slug);

/** Every page asks for some, and they are those of one instant. */
const timelines = new Map(notices.map((notice) => [notice, timelineAt(notice, builtAt)]));

export const timelineOf = (notice: Notice): Timeline => timelines.get(notice) ?? timelineAt(notice, builtAt);

export const statusOf = (notice: Notice, version: Version): VersionStatus => {
	const status = statusBeside(timelineOf(notice).current, version, builtAt);
	if (!status) throw new Error(`${notice.slug} ${version.id} is not known yet and must not be on a page`);
	return status;
};

/** Whether a version can be read in a language: it is the controlling one, or the translation is of this very text. */
export const readsIn = (version: Version, locale: string): boolean => version.editions[locale]?.stale === false;

export const controllingLocale = (notice: Notice): string => notice.locales[0] ?? defaultLocale;

/** The language in which a version is read by who asks for it in another: that one, else the controlling one. */
export const readingLocale = (notice: Notice, version: Version, locale: string): string =>
	readsIn(version, locale) ? locale : controllingLocale(notice);

/** The edition in a language, else the controlling one. */
export const headOf = (notice: Notice, version: Version, locale: string): Edition => {
	const edition = version.editions[readingLocale(notice, version, locale)];
	if (!edition) throw new Error(`${notice.slug} ${version.id} has no edition in its controlling language`);
	return edition;
};

/** The languages in which any version of a notice exists; the controlling one first. */
export const localesOf = (notice: Notice): string[] =>
	notice.locales.filter((locale) => notice.versions.some((version) => version.editions[locale]));

/** Every notice in every language that it has, for the pages that stand under each. */
export const places = (): { notice: Notice; locale: string; place: string }[] =>
	notices.flatMap((notice) => localesOf(notice).map((locale) => ({ notice, locale, place: placeOf(notice, locale) })));

export const placeNamed = (place: string) => places().find((it) => it.place === place);

/** A version that takes objections, or took or will take them, beside its window. */
interface Objectable {
	notice: Notice;
	version: Version;
	window: ObjectionWindow;
}

/** Every announced version or recent one with a window, the earliest to take effect first. */
export const objectables = (): Objectable[] =>
	notices
		.flatMap((notice) =>
			notice.versions.flatMap((version) => {
				const window = objectionWindowAt(version, builtAt);
				const status = statusOf(notice, version);
				return window && (window.open || status === 'ANNOUNCED') ? [{ notice, version, window }] : [];
			}),
		)
		.sort((a, b) => (a.version.effectiveAt < b.version.effectiveAt ? -1 : 1));

/** The version that another revises, where both can be read in a language. */
export const predecessorIn = (notice: Notice, version: Version, locale: string): Version | null => {
	const before = predecessorOf(notice, version);
	return before && readsIn(before, locale) && readsIn(version, locale) ? before : null;
};

/** The name of a language, as a page in another says it. */
export const languageIn = (language: string, locale: string): string =>
	new Intl.DisplayNames([spokenIn(locale)], { type: 'language' }).of(language) ?? language;

/** Where the same version stands in its other languages. */
export const inOtherLanguages = (
	notice: Notice,
	version: Version,
	locale: string,
	address: (notice: Notice, locale: string) => string,
) =>
	notice.locales
		.filter((it) => it !== locale && readsIn(version, it))
		.map((it) => ({ locale: it, path: address(notice, it) }));

/** The languages, besides the default one, in which some notice exists. */
export const translatedLocales = (): string[] =>
	[...new Set(notices.flatMap(localesOf))].filter((locale) => locale !== defaultLocale);

/** The list of notices in every other language. */
export const otherHomes = (locale: string) =>
	[defaultLocale, ...translatedLocales()]
		.filter((it) => it !== locale)
		.map((it) => ({ locale: it, path: it === defaultLocale ? '/' : `/${it}/` }));
