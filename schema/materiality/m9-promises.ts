import { shown } from './claims.ts';
import { type Judge, moreIsBetter } from './directions.ts';
import type { Direction, Passage, Sentence, Trigger } from './model.ts';
import { matter, plainWords } from './sentences.ts';

const negation =
	/\b(?:never|(?:will|do|does|shall|may|can|are|is) not|cannot|won['’]t|don['’]t|doesn['’]t|no longer|under no circumstances|neither)\b/gi;
const exclusive = /\b(?:only|solely|exclusively|strictly|limited to)\b/gi;
const consent =
	/\b(?:unless|without|with|if|only after|subject to)\b[^.;,]{0,40}\b(?:consent|permission|agree|opt(?:ed)?[- ]in|authori[sz])/gi;
const exception = /\b(?:unless|except|other than|save for|apart from)\b/gi;
const firm = /\b(?:will|must|shall|always|guarantee|commit(?:ted)? to|promise|ensure)\b/gi;
const loose =
	/\b(?:may|might|could|generally|normally|usually|typically|reserve|discretion|attempt|try|strive|endeavou?r|reasonabl[ey]|where possible|as appropriate|except|from time to time|sometimes|with or without)\b/gi;

const organisation = /\b(?:we|our|us|your|personal|information|data|cookies?|logs?|it|they)\b/i;
const pledge =
	/\bwe(?:['’]ll| will| shall| must| always| promise to| commit to)\b(?: \w+){0,3}? (?:inform|notif|tell|let you know|delet|remov|correct|respond|repl|provid|deliver|limit|stop|ceas|ensure|protect|honou?r|comply|take|ask|seek|obtain)/i;
const aboutReader = /^(?:if |when )?(?:you|please|individuals|users?)\b/i;

/** Words about what the reader does say nothing about what the organisation promises. */
const promised = (text: string): string =>
	text
		.replace(/\b(?:if|when|unless) you\b[^.,;]*/gi, '')
		.replace(/\byou (?:may|can|will|do|must|should|are)(?: not)?\b/gi, '');

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

const speaks = ({ text, lead }: Sentence): boolean =>
	/\bwe\b/i.test(text) || (organisation.test(`${lead} ${text}`) && !aboutReader.test(text));

const binds = (sentence: Sentence): boolean => {
	const text = promised(sentence.text);
	const strict = [negation, exclusive, consent].some((it) => count(text, it) > 0);
	return speaks(sentence) && (strict || pledge.test(text) || count(sentence.lead, negation) > 0);
};

/** What a sentence excepts from what it promises. */
const excepted = (text: string): Set<string> =>
	matter(text.slice(text.search(new RegExp(exception, 'i')) + 1 || text.length));

const widened = (from: string, to: string): boolean =>
	excepted(from).size > 0 && !excepted(to).isSubsetOf(excepted(from));

/** Whether a promise that has a counterpart binds less than it did. */
const weakened = (from: Sentence, to: Sentence): boolean => {
	if (!speaks(from)) return false;
	const [old, now] = [promised(from.text), promised(to.text)];
	const more = (pattern: RegExp) => count(now, pattern) - count(old, pattern);
	if (more(negation) < 0 || more(exclusive) < 0) return true;
	if (count(old, negation) > 0 && widened(old, now)) return true;
	if (count(old, negation) > 0 && (more(consent) > 0 || more(exception) > 0)) return true;
	if (count(old, negation) === 0 && more(consent) < 0) return true;
	if (pledge.test(old) && !pledge.test(now) && more(firm) < 0) return true;
	if (more(firm) < 0 && more(loose) > 0) return true;
	return (count(old, negation) > 0 || count(old, firm) > 0) && more(loose) > 0;
};

const optedIn = /\bopt(?:ed|ing)?[- ]in\b/i;
const optedOut = /\bopt(?:ed|ing)?[- ]out\b/i;

/** Whether another sentence of the passage says as much with most of the same words. */
const saidAgain = (sentence: Sentence, { to }: Passage): boolean => {
	const words = new Set(plainWords(sentence.text));
	return to.some((it) => binds(it) && new Set(plainWords(it.text)).intersection(words).size >= words.size * 0.7);
};

const judge = ({ from, to }: Passage['pairs'][number], passage: Passage): Direction | null => {
	if (!from) return null;
	if (!to) return binds(from) && !saidAgain(from, passage) ? 'adverse' : null;
	if (weakened(from, to)) return 'adverse';
	return optedIn.test(from.text) && !optedIn.test(to.text) && optedOut.test(to.text) ? 'adverse' : null;
};

const weaker: Judge = (change) => (moreIsBetter(change) === 'adverse' ? 'adverse' : null);

export const m9Promises: Trigger = {
	code: 'M9',
	name: 'strength of a promise',
	citation: 'FTC, Facebook (2011) and guidance of February 2024: a quietly weakened promise is unfair or deceptive.',
	data: {
		'changeTerms.noNewUsesUnannounced': weaker,
		'commitments.noDiscrimination': weaker,
	},
	prose: (passage) =>
		passage.pairs.flatMap((pair) => {
			const direction = judge(pair, passage);
			const sentence = pair.from;
			return direction && sentence ? [shown(direction, sentence, passage)] : [];
		}),
};
