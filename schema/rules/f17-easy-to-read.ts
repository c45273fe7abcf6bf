import type { Flaw } from '../notice/parse.ts';
import { passagesOf } from './prose.ts';
import { type EditionDraft, eachEdition, type Rule } from './rule.ts';

const mostWords = 40;

/** On Flesch's scale of 0 to 100, where 30 to 50 is read with a degree and 60 to 70 by most people. */
const leastEase = 45;

const wordsOf = (text: string): string[] => text.split(' ').filter((it) => /[a-z\d]/i.test(it));

/** Groups of vowels, a silent e at the end apart: right for nine English words in ten. */
const syllablesOf = (word: string): number =>
	Math.max(
		1,
		(
			word
				.toLowerCase()
				.replace(/(?<=[^aeiouyl])e(?=\W*$)/, '')
				.match(/[aeiouy]+/g) ?? []
		).length,
	);

/** Flesch's reading ease of English sentences (R. Flesch, A new readability yardstick, 1948). */
const easeOf = (sentences: readonly Sentence[]): number => {
	const words = sentences.flatMap((it) => it.words);
	const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
	return 206.835 - 1.015 * (words.length / sentences.length) - 84.6 * (syllables / words.length);
};

interface Sentence {
	words: string[];
	line: number;
}

const sentencesOf = (draft: EditionDraft): Sentence[] =>
	passagesOf(draft)
		.filter((it) => it.kind === 'paragraph')
		.flatMap(({ text, line }) => text.split(/(?<=[.!?:;])\s+/).map((it) => ({ words: wordsOf(it), line })))
		.filter((it) => it.words.length > 2);

const checkLength = (sentences: readonly Sentence[]): Flaw[] => {
	const long = sentences.filter((it) => it.words.length > mostWords).sort((a, b) => b.words.length - a.words.length);
	const [longest] = long;
	if (!longest) return [];
	const lines = [...new Set(long.map((it) => it.line))].sort((a, b) => a - b).join(', ');
	const message = `The longest sentence has ${longest.words.length} words; ${mostWords} are the most. Split those that begin on line ${lines}.`;
	return [{ line: longest.line, message }];
};

const checkEase = (sentences: readonly Sentence[], { edition }: EditionDraft): Flaw[] => {
	if (edition.locale !== 'en' || !sentences.length) return [];
	const ease = Math.round(easeOf(sentences));
	if (ease >= leastEase) return [];
	const message = `Reading ease is ${ease} on Flesch’s scale, where ${leastEase} is the least. Use shorter sentences and shorter words.`;
	return [{ message }];
};

/** Sentences are short and words are plain. */
export const f17EasyToRead: Rule = {
	id: 'F17',
	level: 'warning',
	citation: '11 CCR § 7003(a): easy to read and understandable to consumers.',
	check: (context) =>
		eachEdition(context, (draft) => {
			const sentences = sentencesOf(draft);
			return [...checkLength(sentences), ...checkEase(sentences, draft)];
		}),
};
