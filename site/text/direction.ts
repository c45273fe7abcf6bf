import { spokenIn } from './text-of.ts';

const rightToLeft = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa']);

/** The way a language is written, by the script that it usually has or that its tag names. */
export const directionOf = (locale: string): 'ltr' | 'rtl' =>
	rightToLeft.has(new Intl.Locale(locale).maximize().script ?? '') ? 'rtl' : 'ltr';

/** The attributes of a passage in a language; none where its page speaks that. */
export const inLanguage = (locale: string, page: string): { lang?: string; dir?: 'ltr' | 'rtl' } => {
	const spoken = spokenIn(page);
	if (locale === spoken) return {};
	const dir = directionOf(locale);
	return dir === directionOf(spoken) ? { lang: locale } : { lang: locale, dir };
};
