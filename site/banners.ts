import { builtAt, notices } from 'virtual:notices';
import { versionAddress } from '../schema/notice/address.ts';
import { type Banner, bannersAt } from '../schema/notice/banner.ts';
import type { Notice } from '../schema/notice/model.ts';
import { compareAddress, nextAddress } from './address.ts';
import { dateOf, lastDateOf } from './dates.ts';
import { headOf, predecessorIn } from './notices.ts';
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
		...(until ? [{ text: t.bannerObject(until), href: '/objections/' }] : []),
	];
};

const textOfBanner = (banner: Banner, locale: string): BannerText => {
	const { notice, version, phase, effectiveAt } = banner;
	const t = textOf(locale);
	const head = headOf(notice, version, locale);
	const date = dateOf(effectiveAt, notice.zone, locale);
	const title = notice.title[locale] ?? notice.title[notice.locales[0] ?? ''] ?? notice.slug;
	return {
		version: version.id,
		said: phase === 'announced' ? t.bannerWill(title, date) : t.bannerDid(title, date),
		summary: head.summary,
		lang: head.locale,
		links: linksOf(banner, locale, head.locale),
	};
};

/** What the banners of some notices say in a language, the earliest effective date first. */
export const bannerTexts = (of: readonly Notice[], locale: string): BannerText[] =>
	bannersAt(of, builtAt).map((banner) => textOfBanner(banner, locale));

/** What the banners of all notices say. */
export const allBannerTexts = (locale: string): BannerText[] => bannerTexts(notices, locale);
