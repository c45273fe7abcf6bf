import { notices } from 'virtual:notices';
import { spokenLocales } from '../schema/locales.ts';
import { siteFolder } from '../schema/notice/address.ts';
import { defaultLocale } from './notices.ts';

/** The languages of the pages that belong to no notice: the default one, and others that notices exist in and pages speak. */
export const siteLocales: readonly string[] = [
	defaultLocale,
	...spokenLocales.filter((locale) => siteFolder(notices, locale)),
];

/** The language of a page for somebody who reads in another: that one where pages speak it, else the default one. */
export const siteLocale = (named: string): string => (siteLocales.includes(named) ? named : defaultLocale);

/** Where a page stands in a language; the default language has no folder of its own. */
export const sitePath = (locale: string, path: string): string =>
	siteLocale(locale) === defaultLocale ? path : `/${locale}${path}`;

/** Where a page stands in every other language. */
export const otherPaths = (locale: string, path: string): { locale: string; path: string }[] =>
	siteLocales.filter((it) => it !== locale).map((it) => ({ locale: it, path: sitePath(it, path) }));

/** The folders of all languages, for the pages that stand in each; new ones each time, since the framework adds to them. */
export const localeFolders = () =>
	siteLocales.map((locale) => ({
		params: { folder: locale === defaultLocale ? undefined : locale },
		props: { locale },
	}));

/** The language of a folder that stands in an address; null where it is the folder of none. */
export const localeOfFolder = (folder: string | undefined): string | null =>
	localeFolders().find(({ params }) => params.folder === folder)?.props.locale ?? null;
