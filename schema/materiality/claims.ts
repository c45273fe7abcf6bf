import { opposite } from './directions.ts';
import type { Direction, Finding, Passage, Sentence, Text, Texts } from './model.ts';

/** What a text may speak of, by name. */
export type Lexicon = Readonly<Record<string, RegExp>>;

/** Names of all that a text speaks of. */
export const termsIn = (lexicon: Lexicon, text: string): string[] =>
	Object.keys(lexicon).filter((name) => lexicon[name]?.test(text));

const denied =
	/\b(?:not|never|no|nor|neither|none|without|cannot|rather than|instead of)\b[^.;:]{0,80}$|n['’]t\b[^.;:]{0,80}$/i;

/** Whether what stands at a place in a sentence is denied by the words before it. */
export const isDenied = (text: string, index: number): boolean => denied.test(text.slice(0, index));

/** What a sentence claims, a name each; `not ` stands before what it denies. */
export type Claims = (sentence: Sentence) => string[];

/** A sentence's terms, the denied ones marked so. */
export const statedTerms =
	(lexicon: Lexicon): Claims =>
	({ text }) =>
		Object.entries(lexicon).flatMap(([name, term]) => {
			const at = text.search(term);
			return at < 0 ? [] : [isDenied(text, at) ? `not ${name}` : name];
		});

/** A claim that only one of the texts makes, with the sentence that makes it. */
export interface Difference {
	claim: string;
	sentence: Sentence;
	way: 'gone' | 'come';
	/** Whether the other text makes it too, in another place. */
	elsewhere: () => boolean;
}

const makers = (claims: Claims, sentences: readonly Sentence[]): Map<string, Sentence> =>
	new Map(sentences.toReversed().flatMap((it) => claims(it).map((claim): [string, Sentence] => [claim, it])));

const remembered = new WeakMap<Text, Map<Claims, Set<string>>>();

/** All that a text claims, found once. */
const allOf = (claims: Claims, text: Text): Set<string> => {
	const known = remembered.get(text) ?? new Map<Claims, Set<string>>();
	remembered.set(text, known);
	const found = known.get(claims) ?? new Set(text.sentences().flatMap(claims));
	known.set(claims, found);
	return found;
};

/** The claims that a passage made and no longer makes, and those that it makes now. */
export const differences = (claims: Claims, { from, to }: Passage, texts: Texts): Difference[] => {
	const [old, now] = [makers(claims, from), makers(claims, to)];
	const only = (these: Map<string, Sentence>, others: Map<string, Sentence>, way: 'gone' | 'come', other: Text) =>
		[...these]
			.filter(([claim]) => !others.has(claim))
			.map(([claim, sentence]) => ({ claim, sentence, way, elsewhere: () => allOf(claims, other).has(claim) }));
	return [...only(old, now, 'gone', texts.to), ...only(now, old, 'come', texts.from)];
};

/** A word or two say something only with the headings above them. */
const inFull = (sentence: Sentence | null | undefined): string => {
	if (!sentence) return '';
	return sentence.under && sentence.text.length < 12 ? `${sentence.under}: ${sentence.text}` : sentence.text;
};

/** A sentence beside its counterpart in the passage, as evidence. */
export const shown = (direction: Direction, sentence: Sentence | null, { pairs }: Passage): Finding => {
	const pair = pairs.find((it) => sentence && (it.from === sentence || it.to === sentence));
	return { direction, from: inFull(pair?.from), to: inFull(pair?.to) };
};

/** The direction of a claim that came or went, from that of its coming; a denial is the other way round. */
export const directionOf = ({ claim, way }: Difference, coming: Direction): Direction => {
	const stated = claim.startsWith('not ') ? opposite[coming] : coming;
	return way === 'come' ? stated : opposite[stated];
};

/** Findings for every claim that came or went, each as good or bad as its coming is. */
export const findings = (
	claims: Claims,
	passage: Passage,
	texts: Texts,
	coming: (claim: string) => Direction,
): Finding[] =>
	differences(claims, passage, texts)
		.map((it) => ({ ...it, direction: directionOf(it, coming(it.claim)) }))
		// What is to the reader's good is news only where the other text lacks it altogether.
		.filter(({ direction, elsewhere }) => direction !== 'favourable' || !elsewhere())
		.map(({ direction, sentence }) => shown(direction, sentence, passage));
