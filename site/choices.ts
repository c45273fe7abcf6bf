import { notices } from 'virtual:notices';
import { headOf, timelineOf } from './notices.ts';
import { sitePath } from './spoken.ts';
import { type ChoicesText, choicesEn } from './text/choices-en.ts';
import { choicesEs } from './text/choices-es.ts';

const texts: Record<string, ChoicesText> = { en: choicesEn, es: choicesEs };

export const choicesText = (locale: string): ChoicesText => texts[locale] ?? choicesEn;

/** The page of choices in a language, where it speaks it; else in the default one. */
export const choicesAddress = (locale: string): string => sitePath(locale, '/choices/');

/** Those to whom the notices in force say that something may be sold or with whom it may be shared, each once. */
export const soldOrSharedTo = (locale: string): { key: string; label: string }[] => {
	const all = notices.flatMap((notice) => {
		const { current } = timelineOf(notice);
		if (!current) return [];
		const { recipients } = headOf(notice, current, locale).promises;
		const keys = current.revision.categories.flatMap(({ soldOrShared }) => soldOrShared.to);
		return recipients.filter(({ key }) => keys.includes(key));
	});
	return [...new Map(all.map((it) => [it.key, it])).values()];
};

/** The zone in which the page gives dates. */
export const choicesZone = notices[0]?.zone ?? 'UTC';

/** What stands behind the page's address: nothing, what was just done, or the question of the second step. */
export const choicesSteps = ['', 'saved', 'again'] as const;
export type ChoicesStep = (typeof choicesSteps)[number];
