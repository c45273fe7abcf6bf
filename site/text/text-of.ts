import { en, type Text } from './en.ts';
import { es } from './es.ts';

const texts: Record<string, Text> = { en, es };

/** What the pages say in a language; English where they do not speak it. */
export const textOf = (locale: string): Text => texts[locale] ?? en;

/** The language that `textOf` answers in. */
export const spokenIn = (locale: string): string => (texts[locale] ? locale : 'en');

/** The name of a language in itself. */
export const languageName = (locale: string): string =>
	texts[locale]?.language ?? new Intl.DisplayNames([locale], { type: 'language' }).of(locale) ?? locale;
