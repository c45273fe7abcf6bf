import type { Piece } from '../piece.ts';
import { categoriesOf } from './categories.ts';
import { childrenOf } from './children.ts';
import { commitmentsOf } from './commitments.ts';
import { contactOf } from './contact.ts';
import { aNumber, numberIn, type Passage, type Proposal, passagesOf } from './passages.ts';

const months = new RegExp(String.raw`(?:last|past|preceding|previous|prior)\s+${aNumber}\s+months`, 'i');

const monthsOf = (passages: readonly Passage[]): Proposal | null => {
	const found = passages.find(({ text }) => months.test(text));
	const coversMonths = numberIn(months.exec(found?.text ?? '')?.[1] ?? '');
	return found && coversMonths ? { line: found.line, fields: { coversMonths } } : null;
};

/** What a text seems to state of the data that a version's front matter holds; each is for a person to confirm. */
export const propose = (pieces: readonly Piece[]): Proposal[] => {
	const passages = passagesOf(pieces);
	const found = [
		contactOf(passages),
		monthsOf(passages),
		categoriesOf(pieces),
		commitmentsOf(passages),
		childrenOf(passages),
	];
	return found.filter((it) => it !== null);
};
