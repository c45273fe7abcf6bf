import { type Piece, textOfPiece, wordsOf } from './piece.ts';

/** What pages say around a text: calls to act, and links of header and footer. */
const calls =
	/\b(?:get started|sign (?:in|up)|log ?in|subscribe|book a demo|request a demo|free trial|learn more|read more|contact sales|skip to (?:main )?content|back to top|cookie (?:settings|preferences)|all rights reserved|follow us|share this)\b|^©|^copyright\b/i;

/** Words that a notice uses: what has one of them is never taken for chrome. */
const ofNotice =
	/\b(?:privacy|personal|information|data|rights?|notice|policy|requests?|consent|you may|we (?:may|will|do)|e-?mail|contact (?:us|information))\b|@|\d{3}[ .-]?\d{4}/i;

const maxPieces = 5;
const maxWords = 60;

/**
 * How many pieces at the end of a text are page chrome: at most five and sixty words, begun and ended by a call to act, and
 * none with a word that a notice uses.
 */
const tailLength = (pieces: readonly Piece[]): number => {
	const texts = pieces.slice(-maxPieces).map(textOfPiece).toReversed();
	const end = texts.findIndex((it) => ofNotice.test(it));
	const tail = end < 0 ? texts : texts.slice(0, end);
	if (!tail[0] || !calls.test(tail[0])) return 0;
	const length = tail.findLastIndex((it) => calls.test(it)) + 1;
	return wordsOf(pieces.slice(-length)).length <= maxWords && length < pieces.length ? length : 0;
};

/** The pieces of a text with the page chrome at its end marked as left out. */
export const withoutTail = (pieces: readonly Piece[]): Piece[] => {
	const kept = pieces.filter((it) => it.leftOut === undefined);
	const tail = new Set(kept.slice(kept.length - tailLength(kept)));
	return pieces.map((it) => (tail.has(it) ? { ...it, leftOut: 'page chrome at the end' } : it));
};
