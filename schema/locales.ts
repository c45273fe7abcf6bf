/** The languages that people are spoken to in, beside whatever their notices are published in; English first. */
export const spokenLocales = ['en', 'es'] as const;
export type SpokenLocale = (typeof spokenLocales)[number];

/** The language in which somebody is spoken to who asked for a locale such as `es-MX`: that one, else English. */
export const spokenFor = (asked: string | null | undefined): SpokenLocale =>
	spokenLocales.find((it) => it === asked?.split('-')[0]?.toLowerCase()) ?? 'en';
