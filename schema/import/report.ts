import { dateIn } from '../time.ts';
import type { LeftOut, Settings, Source } from './outcome.ts';
import { type Piece, type Remark, textOfPiece, wordsIn } from './piece.ts';
import { statedDate } from './stated-date.ts';

/** The pieces that are left out, and how many words they have. */
export const leftOutOf = (pieces: readonly Piece[]): { leftOut: LeftOut[]; wordsLeftOut: number } => {
	const words = (it: Piece) => wordsIn(textOfPiece(it));
	const out = pieces.filter((it) => it.leftOut !== undefined).toSorted((a, b) => a.line - b.line);
	return {
		leftOut: out.map((it) => ({ line: it.line, why: it.leftOut ?? '', text: words(it).join(' ') })),
		wordsLeftOut: out.reduce((sum, it) => sum + words(it).length, 0),
	};
};

const dateRemarks = (pieces: readonly Piece[], { effectiveAt }: Source, { zone }: Settings): Remark[] => {
	const stated = statedDate(pieces);
	const on = dateIn(effectiveAt, zone);
	if (!stated || stated.on === on) return [];
	return [{ line: stated.line, message: `The text states the date ${stated.on}; it is imported under ${on}.` }];
};

/** All remarks on a source by line, a date in the text that is not its own among them. */
export const remarksOf = (
	source: Source,
	settings: Settings,
	pieces: readonly Piece[],
	others: readonly Remark[],
): Remark[] => [...dateRemarks(pieces, source, settings), ...others].toSorted((a, b) => a.line - b.line);
