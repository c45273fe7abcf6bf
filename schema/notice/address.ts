import { spokenLocales } from '../locales.ts';
import type { Notice, Version } from './model.ts';

type Placed = Pick<Notice, 'slug' | 'locales'>;

/** The first part of a notice's addresses: the controlling language stands at the root, every other one under its own code. */
export const placeOf = (notice: Placed, locale: string): string =>
	locale === notice.locales[0] ? notice.slug : `${locale}/${notice.slug}`;

export const noticeAddress = (notice: Placed, locale: string): string => `/${placeOf(notice, locale)}/`;

export const versionAddress = (notice: Placed, version: Pick<Version, 'id'>, locale: string): string =>
	`/${placeOf(notice, locale)}/${version.id}/`;

export const historyAddress = (notice: Placed, locale: string): string => `/${placeOf(notice, locale)}/history/`;

export const timemapAddress = (notice: Placed, locale: string): string => `/${placeOf(notice, locale)}/timemap.link`;

export const timegateAddress = (notice: Placed, locale: string): string => `/${placeOf(notice, locale)}/timegate/`;

/** The very bytes whose SHA-256 stands in the ledger: front matter and normalised text of an edition. */
export const textAddress = (notice: Placed, version: Pick<Version, 'id'>, locale: string): string =>
	`${versionAddress(notice, version, locale)}text.json`;

/**
 * The folder of the pages that belong to no notice: none for the controlling language, a folder for every other one that
 * pages speak and a known version is published in.
 */
export const siteFolder = (
	notices: readonly Notice[],
	locale: string,
	isKnown: (version: Version) => boolean = () => true,
): string => {
	const isSpoken = (spokenLocales as readonly string[]).includes(locale);
	const isPublished = () =>
		notices.some((it) => it.versions.some((version) => version.editions[locale] && isKnown(version)));
	return locale !== notices[0]?.locales[0] && isSpoken && isPublished() ? `/${locale}` : '';
};

/** One for all languages of a notice. */
export const manifestAddress = (notice: Pick<Notice, 'slug'>): string => `/${notice.slug}/manifest.json`;
