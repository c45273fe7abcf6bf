import type { Right } from '../notice/vocabulary.ts';
import type { DataPoint } from '../request/vocabulary.ts';
import type { PlainDate } from '../time.ts';
import type { Regime } from './regime.ts';

/** How sure a law wants one to be of who asks, for some rights. */
export interface Verification {
	rights: readonly Right[];
	/** How many data points must match what is held. */
	points: number;
	/** Whether the person signs a declaration that they are who they say. */
	declaration: boolean;
	/** Where true, only for a notice under which sensitive information is collected. */
	whenSensitive?: true;
	cite: string;
	validFrom: PlainDate;
}

/** The level as it was worked out at receipt. */
export type KeptVerification = Pick<Verification, 'points' | 'declaration' | 'cite'>;

/** What a handler or a system found. */
export interface Identification {
	/** The points that match what is held. */
	points: readonly DataPoint[];
	/** Those that the person says are wrong; they can prove nothing. */
	contested: readonly DataPoint[];
	declaration: boolean;
	/** Whether the person signed in again to an account that they had already. */
	reauthenticated: boolean;
}

/** The level that a right and the data behind it demand; the strictest row that was law on a date. Null where no proof may be asked. */
export const verificationFor = (
	right: Right,
	receivedOn: PlainDate,
	sensitive: boolean,
	regime: Regime,
): KeptVerification | null => {
	const rows = regime.verification
		.filter((row) => row.rights.includes(right) && row.validFrom <= receivedOn)
		.filter((row) => sensitive || !row.whenSensitive);
	const strictest = rows.reduce<Verification | null>((a, b) => (a && a.points >= b.points ? a : b), null);
	return strictest && { points: strictest.points, declaration: strictest.declaration, cite: strictest.cite };
};

/** What an identification lacks of a level; null where it is enough. */
export const shortfallOf = (
	{ points, declaration }: KeptVerification,
	found: Identification,
): 'CONTESTED_POINT' | 'TOO_FEW_POINTS' | 'DECLARATION_NEEDED' | null => {
	if (found.points.some((point) => found.contested.includes(point))) return 'CONTESTED_POINT';
	if (found.reauthenticated) return null;
	if (new Set(found.points).size < points) return 'TOO_FEW_POINTS';
	return declaration && !found.declaration ? 'DECLARATION_NEEDED' : null;
};
