import type { DataChange } from '../notice/redline-data.ts';
import type { Direction } from './model.ts';

export const opposite = { adverse: 'favourable', favourable: 'adverse', unclear: 'unclear' } as const;

/** The direction of a change of the data; null where it is no change of the kind. */
export type Judge = (change: DataChange) => Direction | null;

const answers = ['no', 'may', 'yes'];

const isNumbers = (value: unknown): value is number[] =>
	Array.isArray(value) && value.every((it) => typeof it === 'number');

/** How much a value states, to compare with another of its place; null where it cannot be counted. */
const amountOf = (value: unknown): number | null => {
	if (typeof value === 'number') return value;
	if (typeof value === 'boolean') return Number(value);
	if (typeof value === 'string' && answers.includes(value)) return answers.indexOf(value);
	if (isNumbers(value)) return Math.max(0, ...value);
	return Array.isArray(value) ? value.length : null;
};

const compared = (from: unknown, to: unknown, more: Direction): Direction => {
	const [old, now] = [amountOf(from), amountOf(to)];
	if (old === null || now === null || old === now) return 'unclear';
	return now > old ? more : opposite[more];
};

const judged =
	(more: Direction): Judge =>
	({ from, to }) => {
		// A denial that comes or goes says what was so without it.
		if (from === undefined) return amountOf(to) === 0 ? null : more;
		if (to === undefined) return amountOf(from) === 0 ? null : opposite[more];
		return compared(from, to, more);
	};

/** What comes or grows is for the worse, what goes or shrinks for the better. */
export const moreIsWorse = judged('adverse');

/** What comes or grows is for the better, what goes or shrinks for the worse. */
export const moreIsBetter = judged('favourable');

/** The limit is for the better the higher it is, and best where there is none. */
export const limit: Judge = ({ from, to }) => {
	if (from === undefined) return 'adverse';
	return to === undefined ? 'favourable' : compared(from, to, 'favourable');
};

/** What was replaced by something else; that it is stated at all is no change of the kind. */
export const replaced: Judge = ({ from, to }) => (from === undefined || to === undefined ? null : 'unclear');

/** A change of the kind of which nobody can say whom it serves. */
export const either: Judge = () => 'unclear';
