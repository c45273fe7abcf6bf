import { notices } from 'virtual:notices';
import { historyAddress, noticeAddress, versionAddress } from '../schema/notice/address.ts';
import type { Notice, Version } from '../schema/notice/model.ts';
import type { Instant } from '../schema/time.ts';
import { absolute } from './address.ts';
import { guideAddresses } from './guide.ts';
import { defaultLocale, localesOf, otherHomes, timelineOf } from './notices.ts';
import { siteLocales, sitePath } from './spoken.ts';

/** One page in all its languages. */
interface Listed {
	addresses: { locale: string; path: string }[];
	/** When what it says last changed; null where nothing tells. */
	changedAt: Instant | null;
}

const localesWith = (notice: Notice, version: Version) => notice.locales.filter((locale) => version.editions[locale]);

const page = (locales: readonly string[], address: (locale: string) => string, changedAt: Instant | null): Listed => ({
	addresses: locales.map((locale) => ({ locale, path: address(locale) })),
	changedAt,
});

const pagesOf = (notice: Notice): Listed[] => {
	const { current, visible } = timelineOf(notice);
	const announced = visible.map((it) => it.announcedAt).sort();
	return [
		...(current
			? [page(localesWith(notice, current), (locale) => noticeAddress(notice, locale), current.effectiveAt)]
			: []),
		page(localesOf(notice), (locale) => historyAddress(notice, locale), announced.at(-1) ?? null),
		...visible.map((version) =>
			page(localesWith(notice, version), (locale) => versionAddress(notice, version, locale), version.announcedAt),
		),
	];
};

const single = (path: string): Listed => page([defaultLocale], () => path, null);

const spoken = (path: string): Listed => page(siteLocales, (locale) => sitePath(locale, path), null);

const homes: Listed = {
	addresses: [{ locale: defaultLocale, path: '/' }, ...otherHomes(defaultLocale)],
	changedAt: null,
};

const listed = (): Listed[] => [
	homes,
	...notices.flatMap(pagesOf),
	...['/choices/', '/requests/', '/objections/', '/subscribe/'].map(spoken),
	...guideAddresses.map((path) => single(`/docs/${path}`)),
];

const entries = ({ addresses, changedAt }: Listed): string[] => {
	const alternates =
		addresses.length > 1
			? addresses.map(
					({ locale, path }) => `<xhtml:link rel="alternate" hreflang="${locale}" href="${absolute(path)}"/>`,
				)
			: [];
	const changed = changedAt ? `<lastmod>${changedAt}</lastmod>` : '';
	return addresses.map(({ path }) => `<url><loc>${absolute(path)}</loc>${changed}${alternates.join('')}</url>`);
};

/** Every page that lasts, in each of its languages (sitemaps.org 0.9): addresses hold nothing that XML would have escaped. */
export const sitemap = (): string => `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${listed().flatMap(entries).join('\n')}
</urlset>
`;
