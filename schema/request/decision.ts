import type { CategoryKey, feeGrounds } from '../notice/vocabulary.ts';
import type { GroundKey } from '../regimes/grounds.ts';

/** A part of a request that is not granted, and the ground. */
export interface Denial {
	/** A category of data; null for a correction. */
	category: CategoryKey | null;
	/** Which of the corrections asked for, from 1; null for a category. */
	item: number | null;
	ground: GroundKey;
}

/** A part that was refused, with the section of the law that gave the ground at receipt. */
export type CitedDenial = Denial & { cite: string };

/** What somebody who asks again and again is to pay, and why (Cal. Civ. Code 1798.145(h)(3)). */
export interface Fee {
	ground: (typeof feeGrounds)[number];
	/** In hundredths of a US dollar. */
	cents: number;
}
