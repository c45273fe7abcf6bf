import { groundsFor } from '../../schema/regimes/grounds.ts';
import { regimeOf } from '../../schema/regimes/regimes.ts';
import { shortfallOf, verificationFor } from '../../schema/regimes/verification.ts';
import { isOfUse } from '../../schema/request/authority.ts';
import { allows } from '../../schema/request/lifecycle.ts';
import { isImmediate } from '../../schema/request/vocabulary.ts';
import type { Instant } from '../../schema/time.ts';
import { accept, type Decision, refuse } from './decision.ts';
import type { RequestCommand, RequestEvent, RequestState } from './request-model.ts';
import { whyNotOpen } from './request-open.ts';

type Command<Type extends RequestCommand['type']> = Extract<RequestCommand, { type: Type }>;

/** Notes that who asks has been found out, where what matched reaches the level kept at receipt. */
export const verify = (state: RequestState, command: Command<'verify'>, now: Instant): Decision<RequestEvent> => {
	if (isImmediate(state.right)) return refuse('NEVER_VERIFIED');
	const closed = whyNotOpen(state);
	if (closed) return refuse(closed);
	if (!allows('VERIFY', state)) return refuse(state.verifiedAt ? 'ALREADY_VERIFIED' : 'IDENTITY_NOT_NEEDED');
	const shortfall = state.rules.verification && shortfallOf(state.rules.verification, command);
	if (shortfall) return refuse(shortfall, [shortfall === 'DECLARATION_NEEDED' ? 'declaration' : 'points']);
	const { by, points, declaration, reauthenticated } = command;
	return accept({ type: 'requestVerified', at: now, by, points, declaration, reauthenticated });
};

/** Notes what somebody has shown who asks for another person. */
export const authorise = (
	state: RequestState,
	{ proof }: Command<'authorise'>,
	now: Instant,
): Decision<RequestEvent> => {
	const closed = whyNotOpen(state);
	if (closed) return refuse(closed);
	if (state.proofs.includes(proof)) return refuse('ALREADY_SHOWN', ['proof']);
	if (!isOfUse(proof, state.requester, state.treatedAs ?? state.right)) return refuse('PROOF_OF_NO_USE', ['proof']);
	return allows('AUTHORISE', state)
		? accept({ type: 'requestAuthorised', at: now, proof })
		: refuse('ALREADY_VERIFIED');
};

/** Answers one who could not prove who they are with categories, as 11 CCR 7024(a) asks, instead of with nothing. */
export const treatAsCategories = (state: RequestState, now: Instant): Decision<RequestEvent> => {
	const closed = whyNotOpen(state);
	if (closed) return refuse(closed);
	if (!allows('TREAT_AS_CATEGORIES', state)) return refuse('NOT_FOR_CATEGORIES');
	const { receivedOn } = state;
	const regime = regimeOf(state.regime);
	return accept({
		type: 'requestTreatedAsCategories',
		at: now,
		verification: verificationFor('KNOW_CATEGORIES', receivedOn, false, regime),
		grounds: groundsFor('KNOW_CATEGORIES', receivedOn, { deletionGrounds: [] }, regime),
	});
};
