import { fieldWords } from './field-words.ts';
import { spokenFor } from './locales.ts';
import { type RefusalCode, refusals } from './refusals.ts';
import { fieldWordsEs, refusalsEs } from './words-es.ts';

const refusalsIn = { en: refusals, es: refusalsEs };

/** What a refusal says to people who asked for a locale. */
export const refusalIn = (code: RefusalCode, asked: string | null | undefined): string =>
	refusalsIn[spokenFor(asked)][code];

/** By the English sentence, which is all that an issue of a schema carries. */
const spanish = new Map<string, string>([
	...Object.entries(fieldWords).map(
		([word, english]) => [english, fieldWordsEs[word as keyof typeof fieldWords]] as const,
	), // the keys of the record
	...Object.entries(refusals).map(([code, english]) => [english, refusalsEs[code as RefusalCode]] as const), // the keys of the record
]);

/** What is said of a field, to people who asked for a locale; in English where it is meant for programmers only. */
export const fieldIssueIn = (english: string, asked: string | null | undefined): string =>
	(spokenFor(asked) === 'es' && spanish.get(english)) || english;
