import type { RefusalCode } from '../../schema/refusals.ts';
import { type GroundKey, isWhole, type KeptGround } from '../../schema/regimes/grounds.ts';
import type { Denial } from '../../schema/request/decision.ts';
import { allows, missingOf } from '../../schema/request/lifecycle.ts';
import type { Instant } from '../../schema/time.ts';
import { accept, type Decision, refuse } from './decision.ts';
import type { RequestCommand, RequestEvent, RequestState } from './request-model.ts';
import { whyNotOpen } from './request-open.ts';

type Answer = Extract<RequestCommand, { type: 'answer' }>;

interface Fault {
	code: RefusalCode;
	path: string[];
}

const nothingGiven = ({ ground, denials }: Answer) => ground === null && denials.length === 0;

/** A ground for lack of proof holds only while that proof lacks, and for pieces of data only after categories were offered. */
const faultOfProof = (state: RequestState, key: GroundKey): RefusalCode | null => {
	const missing = missingOf(state);
	if (key === 'UNVERIFIED' && allows('TREAT_AS_CATEGORIES', state)) return 'CATEGORIES_FIRST';
	if (key === 'UNVERIFIED' && !missing.includes('IDENTITY')) return 'PROOF_IS_SHOWN';
	if (key !== 'AUTHORITY_NOT_SHOWN') return null;
	const isShown = !missing.some((proof) => proof !== 'IDENTITY');
	return isShown || !state.rules.agentNeedsProof ? 'PROOF_IS_SHOWN' : null;
};

const faultOfGround = (state: RequestState, { ground }: Answer): Fault | null => {
	if (ground === null) return null;
	const path = ['ground'];
	if (!isWhole(ground) || !state.rules.grounds.some(({ key }) => key === ground))
		return { code: 'GROUND_NOT_OFFERED', path };
	const code = faultOfProof(state, ground);
	return code && { code, path };
};

const isOwnPart = ({ right }: RequestState, { category, item }: Denial) =>
	right === 'CORRECT' ? item !== null && category === null : category !== null && item === null;

const faultOfPart = (state: RequestState, denial: Denial, index: number): Fault | null => {
	const path = ['denials', String(index)];
	if (!isOwnPart(state, denial)) return { code: 'PART_NOT_NAMED', path };
	if (denial.item !== null && denial.item > (state.itemCount ?? denial.item)) return { code: 'PART_NOT_NAMED', path };
	const isKept = state.rules.grounds.some(({ key }) => key === denial.ground);
	return isKept && !isWhole(denial.ground) ? null : { code: 'GROUND_NOT_OFFERED', path: [...path, 'ground'] };
};

/** Each correction is decided once; where their number is known, all of them refused is a refusal, and fewer is a part. */
const faultOfItems = ({ itemCount }: RequestState, { outcome, denials }: Answer): Fault | null => {
	const items = denials.map(({ item }) => item).filter((item) => item !== null);
	if (new Set(items).size < items.length) return { code: 'PART_NOT_NAMED', path: ['denials'] };
	if (itemCount === null || items.length === 0) return null;
	return (items.length === itemCount) === (outcome === 'DENIED') ? null : { code: 'OTHER_OUTCOME', path: ['outcome'] };
};

const faultOf = (state: RequestState, command: Answer): Fault | null => {
	const { outcome, ground, denials } = command;
	if (outcome === 'GRANTED') return nothingGiven(command) ? null : { code: 'GROUND_NOT_EXPECTED', path: ['outcome'] };
	if (nothingGiven(command) || (outcome === 'PARTLY' && denials.length === 0))
		return { code: 'GROUND_NEEDED', path: [outcome === 'PARTLY' ? 'denials' : 'ground'] };
	if (ground !== null && (outcome === 'PARTLY' || denials.length > 0))
		return { code: 'GROUND_NOT_EXPECTED', path: ['ground'] };
	return (
		denials.map((it, index) => faultOfPart(state, it, index)).find((it) => it) ??
		faultOfItems(state, command) ??
		faultOfGround(state, command)
	);
};

/** The ground as it stood at receipt; whoever asks for it has made sure that it did. */
export const keptGround = ({ rules }: RequestState, key: GroundKey): KeptGround => {
	const kept = rules.grounds.find((it) => it.key === key);
	if (!kept) throw new Error(`${key} was not a ground at receipt`);
	return kept;
};

/** Ends a request with its answer: all of it, parts of it with a ground for each of the others, or nothing with its ground. */
export const answer = (state: RequestState, command: Answer, now: Instant): Decision<RequestEvent> => {
	const closed = whyNotOpen(state);
	if (closed) return refuse(closed);
	const { outcome, ground, denials } = command;
	// Nothing is given or kept back of anybody's data before it is known whose it is; only a whole refusal tells nothing.
	if ((outcome !== 'DENIED' || denials.length > 0) && !allows('ANSWER', state)) return refuse('NOT_VERIFIED');
	const fault = faultOf(state, command);
	if (fault) return refuse(fault.code, fault.path);
	if (outcome === 'GRANTED') return accept({ type: 'requestAnswered', at: now });
	const cited = denials.map((denial) => ({ ...denial, cite: keptGround(state, denial.ground).cite }));
	if (outcome === 'PARTLY') return accept({ type: 'requestAnsweredInPart', at: now, denials: cited });
	return accept({ type: 'requestRefused', at: now, ground: ground && keptGround(state, ground), denials: cited });
};
