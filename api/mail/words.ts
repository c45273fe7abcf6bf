import { Temporal } from 'temporal-polyfill';
import { labelsOf } from '../../schema/notice/labels.ts';
import { dateInWords } from '../../schema/notice/print-inline.ts';
import type { CategoryKey, Right } from '../../schema/notice/vocabulary.ts';
import { dateIn, type Instant, type PlainDate } from '../../schema/time.ts';

/** The languages that letters are written in. */
export type LetterLocale = 'en' | 'es';

/** The language to write in to somebody who asked for a locale such as `es-MX`. */
export const letterLocale = (asked: string): LetterLocale => (/^es\b/i.test(asked) ? 'es' : 'en');

/** Dates and names as a letter in one language says them. */
export interface Words {
	/** In full: "1 March 2027". */
	date(on: PlainDate): string;
	/** In full, in the notice's zone, which is named: "1 March 2027, 00:00 (America/Los_Angeles)". */
	moment(at: Instant): string;
	right(right: Right): string;
	category(key: CategoryKey): string;
	/** A title inside a sentence. */
	quoted(title: string): string;
	list(lines: readonly string[]): string;
}

/** The words of a language, its instants read in an IANA zone. */
export const wordsOf = (locale: LetterLocale, zone: string): Words => {
	const labels = labelsOf(locale);
	const date = (on: PlainDate) => dateInWords(on, labels);
	const clock = (at: Instant) =>
		Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' });
	return {
		date,
		moment: (at) => `${date(dateIn(at, zone))}, ${clock(at)} (${zone})`,
		right: (right) => labels.rights[right],
		category: (key) => labels.categories[key],
		quoted: (title) => (locale === 'es' ? `«${title}»` : `“${title}”`),
		list: (lines) => lines.map((line) => `- ${line}`).join('\n'),
	};
};
