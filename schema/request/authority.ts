import type { Right } from '../notice/vocabulary.ts';
import { isImmediate, type Proof, type Requester } from './vocabulary.ts';

/**
 * What each requester has to show for a right that needs proof: any one of the sets is enough. An agent's signed permission
 * goes with the person's identity or with their own word (11 CCR 7063(a)); a power of attorney stands alone (7063(b)), and so
 * does a court's appointment; a parent is shown to be one (7070(c)). No registration is asked of anybody.
 */
const forVerified: Record<Requester, readonly (readonly Proof[])[]> = {
	SELF: [['IDENTITY']],
	AGENT: [
		['SIGNED_PERMISSION', 'IDENTITY'],
		['SIGNED_PERMISSION', 'CONSUMER_CONFIRMATION'],
	],
	ATTORNEY: [['POWER_OF_ATTORNEY']],
	CONSERVATOR: [['CONSERVATORSHIP']],
	PARENT: [['PARENTHOOD', 'IDENTITY']],
};

/** For a right that acts at once nobody proves who they are; that somebody may act for another can be asked (11 CCR 7026(j)). */
const forImmediate: Record<Requester, readonly (readonly Proof[])[]> = {
	SELF: [[]],
	AGENT: [['SIGNED_PERMISSION']],
	ATTORNEY: [['POWER_OF_ATTORNEY']],
	CONSERVATOR: [['CONSERVATORSHIP']],
	PARENT: [['PARENTHOOD']],
};

/** For how many days a person can answer whether an agent may act for them: a letter that nobody expects lies longer than one that was asked for. */
export const consumerAnswerDays = 14;

/** The sets of proofs of which one must be complete. */
export const proofSets = (requester: Requester, right: Right): readonly (readonly Proof[])[] =>
	(isImmediate(right) ? forImmediate : forVerified)[requester];

/** What is still to be shown; of several sets, what the one that needs least more lacks. Empty where nothing is. */
export const missingProofs = (requester: Requester, right: Right, shown: readonly Proof[]): readonly Proof[] =>
	proofSets(requester, right)
		.map((set) => set.filter((proof) => !shown.includes(proof)))
		.reduce((least, set) => (set.length < least.length ? set : least));

/** Whether a proof counts at all for this requester and right. */
export const isOfUse = (proof: Proof, requester: Requester, right: Right): boolean =>
	proofSets(requester, right).some((set) => set.includes(proof));
