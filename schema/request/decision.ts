import type { CategoryKey, feeGrounds } from '../notice/vocabulary.ts';
import type { GroundKey } from '../regimes/grounds.ts';
import type { Proof } from './vocabulary.ts';

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

/** What is known and decided of a request, of which a row has JSON. */
export interface Decided {
	proofs: readonly Proof[];
	fee: Fee | null;
	denials: readonly CitedDenial[];
	/** The numbers of corrections. */
	contested: readonly number[];
}

interface DecidedColumns {
	proofs: string;
	fee: string | null;
	denials: string;
	contested: string;
}

export const decidedColumns = ({ proofs, fee, denials, contested }: Decided): DecidedColumns => ({
	proofs: JSON.stringify(proofs),
	fee: fee && JSON.stringify(fee),
	denials: JSON.stringify(denials),
	contested: JSON.stringify(contested),
});

/** The columns hold what `decidedColumns` wrote. */
export const readDecided = ({ proofs, fee, denials, contested }: DecidedColumns): Decided => ({
	proofs: JSON.parse(proofs) as Proof[],
	fee: fee === null ? null : (JSON.parse(fee) as Fee),
	denials: JSON.parse(denials) as CitedDenial[],
	contested: JSON.parse(contested) as number[],
});
