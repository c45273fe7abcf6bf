import { builtAt, notices, sharedChanges } from 'virtual:notices';
import { versionAddress } from '../schema/notice/address.ts';
import { type Banner, bannersAt } from '../schema/notice/banner.ts';
import type { Notice, Version } from '../schema/notice/model.ts';
import { compareAddress, nextAddress } from './address.ts';
import { dateOf, lastDateOf } from './dates.ts';
import { headOf, predecessorIn } from './notices.ts';
import { sitePath } from './spoken.ts';
import { textOf } from './text/text-of.ts';

/** A banner in words; its links are paths on this site. */
export interface BannerText {
	version: string;
	said: string;
	summary: string;
	/** The language of the summary. */
	lang: string;
	links: { text: string; href: string }[];
}

const capital = (text: string) => text.replace(/^./, (c) => c.toUpperCase());

const linksOf = ({ notice, version, phase, objectionClosesAt }: Banner, locale: string, textLocale: string) => {
	const t = textOf(locale);
	const before = predecessorIn(notice, version, textLocale);
	const read = phase === 'announced' ? nextAddress(notice, textLocale) : versionAddress(notice, version, textLocale);
	const until = objectionClosesAt && builtAt < objectionClosesAt && lastDateOf(objectionClosesAt, notice.zone, locale);
	return [
		...(before ? [{ text: capital(t.seeWhatChanges), href: compareAddress(notice, before, version, textLocale) }] : []),
		{ text: t.bannerRead, href: read },
		...(until ? [{ text: t.bannerObject(until), href: sitePath(locale, '/objections/') }] : []),
	];
};

/** Those of some notices that take over what a version of another one changes. */
const takersOf = (version: Version, of: readonly Notice[]) => {
	const shared = sharedChanges.filter((it) => it.notice === version.notice && it.version === version.id);
	return of.filter(({ slug }) => shared.some((it) => it.taker === slug));
};

const titleOf = ({ title, locales, slug }: Notice, locale: string) => title[locale] ?? title[locales[0] ?? ''] ?? slug;

const saidOf = ({ notice, phase, effectiveAt }: Banner, takers: readonly Notice[], locale: string) => {
	const t = textOf(locale);
	const [title, date] = [titleOf(notice, locale), dateOf(effectiveAt, notice.zone, locale)];
	const said = phase === 'announced' ? t.bannerWill(title, date) : t.bannerDid(title, date);
	const titles = new Intl.ListFormat(locale).format(takers.map((it) => titleOf(it, locale)));
	return titles ? `${said} ${t.bannerHoldsFor(titles)}` : said;
};

const textOfBanner = (banner: Banner, of: readonly Notice[], locale: string): BannerText => {
	const { notice, version } = banner;
	const head = headOf(notice, version, locale);
	return {
		version: version.id,
		said: saidOf(banner, takersOf(version, of), locale),
		summary: head.summary,
		lang: head.locale,
		links: linksOf(banner, locale, head.locale),
	};
};

const banners = bannersAt(notices, builtAt);

const concerns = ({ notice, version }: Banner, of: readonly Notice[]) =>
	of.some(({ slug }) => slug === notice.slug) || takersOf(version, of).length > 0;

/**
 * What the banners of some notices say in a language, the earliest effective date first: of their own changes and of those
 * to what they take over, each change once.
 */
export const bannerTexts = (of: readonly Notice[], locale: string): BannerText[] =>
	banners.filter((banner) => concerns(banner, of)).map((banner) => textOfBanner(banner, of, locale));

/** What the banners of all notices say. */
export const allBannerTexts = (locale: string): BannerText[] => bannerTexts(notices, locale);
