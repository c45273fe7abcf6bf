import type { DataChange } from '../notice/redline-data.ts';
import { findings, type Lexicon, shown, statedTerms } from './claims.ts';
import { opposite } from './directions.ts';
import type { Direction, Finding, Passage, Sentence, Trigger } from './model.ts';
import { periodsIn } from './periods.ts';

const spoken =
	/\bretain|\bretention|\b(?:keep|kept|store[sd]?|storing|hold|held|archiv\w*)\b|\bpurg|\bdiscard|\bbackups?\b|\bexpir|\b(?:we|be|are|is|automatically|been) (?:\w+ )?delet|\bdelet\w+ (?:\w+ ){0,6}(?:after|within|once|when)\b|\banonymi[sz]/i;

const terms: Lexicon = {
	indefinitely: /\bindefinite|\bforever\b|\bpermanently\b/i,
	'at least': /\bat least\b|\bminimum\b|\bno less than\b/i,
	'as long as':
		/\bas long as\b|\bfor (?:so|as) long\b|\buntil\b|\bwhile\b|\bno longer (?:than|needed|necessary|required)\b|\b(?:time|period|reasonably|only) (?:\w+ ){0,3}necessary\b/i,
	'at most': /\bat most\b|\bmaximum\b|\bup to\b|\bno (?:more|longer) than\b|\bless than\b/i,
	deleted: /\bdelet|\bpurg|\berase|\bdiscard/i,
	anonymised: /\banonymi[sz]|\bde-?identif/i,
};
const forTheWorse = ['indefinitely', 'at least'];

const isAbout = ({ text }: Sentence): boolean => spoken.test(text);
const stated = statedTerms(terms);
const claims = (sentence: Sentence): string[] => (isAbout(sentence) ? stated(sentence) : []);

const coming = (claim: string): Direction =>
	forTheWorse.includes(claim.replace('not ', '')) ? 'adverse' : 'favourable';

const longest = (text: string): number => Math.max(0, ...periodsIn(text));

/** Whom it serves that a period changed: a longer one the organisation, and any limit where there was none the reader. */
const longer = (from: string, to: string): Direction => {
	const [old, now] = [longest(from), longest(to)];
	if (old === now) return 'unclear';
	if (old && now) return now > old ? 'adverse' : 'favourable';
	const coming = terms['at least']?.test(now ? to : from) ? 'adverse' : 'favourable';
	return now ? coming : opposite[coming];
};

const about = (sentence: Sentence | null): string => (sentence && isAbout(sentence) ? sentence.text : '');

/** Periods that came, went or were changed. */
const changed = (passage: Passage): Finding[] =>
	passage.pairs
		.filter(({ from, to }) => longest(about(from)) !== longest(about(to)))
		.map(({ from, to }) => shown(longer(about(from), about(to)), to ?? from, passage));

const kept = ({ from, to }: DataChange): Direction => {
	if (from === undefined) return 'favourable';
	return to === undefined ? 'adverse' : longer(String(from), String(to));
};

export const m7Retention: Trigger = {
	code: 'M7',
	name: 'time that data is kept',
	citation: 'Civ. Code 1798.100(a)(3): how long each category is kept, or the criteria.',
	data: { 'categories.*.retention': kept },
	prose: (passage, texts) => [...findings(claims, passage, texts, coming), ...changed(passage)],
};
