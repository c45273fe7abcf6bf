import type { Commitments } from '../notice/frontmatter.ts';
import type { Right } from '../notice/vocabulary.ts';
import type { PlainDate } from '../time.ts';
import type { Regime } from './regime.ts';

/** Grounds on which the whole of a request can be refused. */
export const wholeGrounds = [
	'UNVERIFIED',
	'AUTHORITY_NOT_SHOWN',
	'NOT_A_CONSUMER',
	'EXEMPT',
	'SERVICE_PROVIDER',
	'UNFOUNDED',
	'FRAUD',
] as const;

/** Grounds on which a part of a request can be refused: a category of data, or one correction. */
export const partGrounds = [
	'TRANSACTION',
	'SECURITY',
	'DEBUG',
	'SPEECH',
	'CAL_ECPA',
	'RESEARCH',
	'INTERNAL_USE',
	'LEGAL_OBLIGATION',
	'LEGAL_CLAIMS',
	'OTHERS_RIGHTS',
	'LAW_CONFLICT',
	'IMPOSSIBLE',
	'NEVER_DISCLOSED',
	'NOT_SEARCHABLE',
	'ACCURATE',
	'NO_DOCUMENTS',
	'REPEATED',
] as const;

export type GroundKey = (typeof wholeGrounds)[number] | (typeof partGrounds)[number];

/** All of them. */
export const groundKeys = [...wholeGrounds, ...partGrounds] as const satisfies readonly GroundKey[];

/** A ground as a law gives it for some rights. */
export interface Ground {
	key: GroundKey;
	rights: readonly Right[];
	cite: string;
	validFrom: PlainDate;
}

/** A ground as it stood when a request was received. */
export type KeptGround = Pick<Ground, 'key' | 'cite'>;

/** Whether a ground is one for the whole of a request. */
export const isWhole = (key: GroundKey): boolean => (wholeGrounds as readonly GroundKey[]).includes(key);

/** The statute's exceptions to deletion by the names that front matter has for them. */
const ofPromise: Record<Commitments['deletionGrounds'][number], GroundKey | null> = {
	transaction: 'TRANSACTION',
	security: 'SECURITY',
	debug: 'DEBUG',
	speech: 'SPEECH',
	calEcpa: 'CAL_ECPA',
	research: 'RESEARCH',
	internalUse: 'INTERNAL_USE',
	legalObligation: 'LEGAL_OBLIGATION',
	// No ground of the statute any more, so nothing can be kept for it.
	otherLawfulUse: null,
};

const isException = (key: GroundKey) => Object.values(ofPromise).includes(key);

/**
 * The grounds on which a request can be refused: those that were law on the day of receipt, and of the exceptions to deletion
 * only those that the notice names, where it names any.
 */
export const groundsFor = (
	right: Right,
	receivedOn: PlainDate,
	{ deletionGrounds }: Pick<Commitments, 'deletionGrounds'>,
	regime: Regime,
): KeptGround[] => {
	const promised = deletionGrounds.map((name) => ofPromise[name]);
	return regime.grounds
		.filter((row) => row.rights.includes(right) && row.validFrom <= receivedOn)
		.filter(({ key }) => promised.length === 0 || !isException(key) || promised.includes(key))
		.map(({ key, cite }) => ({ key, cite }));
};
