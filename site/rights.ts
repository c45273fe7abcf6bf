import type { RightName } from './api/answers.ts';

/** A right and the address of its form; what the form says is a text, and the rules of the right are the API's. */
export interface RightForm {
	right: RightName;
	slug: string;
}

/** In the order in which they are offered. */
export const rightForms: readonly RightForm[] = [
	{ right: 'KNOW_SPECIFIC', slug: 'know' },
	{ right: 'KNOW_CATEGORIES', slug: 'know-categories' },
	{ right: 'DELETE', slug: 'delete' },
	{ right: 'CORRECT', slug: 'correct' },
	{ right: 'OPT_OUT', slug: 'opt-out' },
	{ right: 'LIMIT', slug: 'limit' },
];

/** Rights that act at once: they ask for no address and for no confirmation. */
export const actsAtOnce = (right: string): boolean => right === 'OPT_OUT' || right === 'LIMIT';

/** Rights for which one chooses how far back they reach. */
export const asksToKnow = (right: string): boolean => right === 'KNOW_SPECIFIC' || right === 'KNOW_CATEGORIES';
