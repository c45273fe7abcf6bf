import { allows, isFinal } from '../../schema/request/lifecycle.ts';
import { isImmediate } from '../../schema/request/vocabulary.ts';
import type { Instant } from '../../schema/time.ts';
import { accept, type Decision, refuse } from './decision.ts';
import type { OtherRequest, RequestCommand, RequestEvent, RequestState } from './request-model.ts';
import { whyNotOpen } from './request-open.ts';

type Command<Type extends RequestCommand['type']> = Extract<RequestCommand, { type: Type }>;

/** Asks the person for something by letter; no clock stands still meanwhile (11 CCR 7021(b)). */
export const ask = (state: RequestState, { question }: Command<'ask'>, now: Instant): Decision<RequestEvent> => {
	const closed = whyNotOpen(state);
	if (closed) return refuse(closed);
	if (question === 'IDENTITY' && isImmediate(state.right)) return refuse('NEVER_VERIFIED', ['question']);
	if (question === 'AUTHORITY' && state.requester === 'SELF') return refuse('PROOF_OF_NO_USE', ['question']);
	return accept({ type: 'requestAsked', at: now, question });
};

/** Asks for a fee, once, on a ground for which the notice says that there is one. */
export const charge = (state: RequestState, { fee }: Command<'charge'>, now: Instant): Decision<RequestEvent> => {
	const closed = whyNotOpen(state);
	if (closed) return refuse(closed);
	if (!allows('CHARGE', state)) return refuse('NEVER_CHARGED');
	if (state.fee) return refuse('ALREADY_CHARGED');
	if (!state.rules.feeGrounds.includes(fee.ground)) return refuse('GROUND_NOT_OFFERED', ['ground']);
	return accept({ type: 'requestCharged', at: now, fee });
};

/** A duplicate is one of the same person for the same right, beside an earlier one that is or was looked at. */
const isTwinOf = (state: RequestState, other: OtherRequest | null) =>
	other?.sameAddress === true &&
	other.right === state.right &&
	other.receivedAt <= state.receivedAt &&
	(other.status === 'IN_PROGRESS' || other.status === 'ANSWERED');

/** Lays a request aside: junk that is no request, or a second one beside that which is answered. */
export const close = (
	state: RequestState,
	{ closing, other }: Command<'close'>,
	now: Instant,
): Decision<RequestEvent> => {
	if (!allows('CLOSE', state)) return refuse('ALREADY_ENDED');
	if (closing === 'DUPLICATE' && !isTwinOf(state, other)) return refuse('NO_DUPLICATE', ['duplicateOf']);
	return accept({ type: closing === 'SPAM' ? 'requestDiscarded' : 'requestJoined', at: now });
};

/** Takes up again what had ended; its dates stay what they are, so that what is late is seen to be. */
export const reopen = (state: RequestState, { reopening }: Command<'reopen'>, now: Instant): Decision<RequestEvent> => {
	if (!isFinal(state.status)) return refuse('NOT_ENDED');
	if (!allows('REOPEN', state)) return refuse('ENDED_BY_PERSON');
	if (state.confirmBy !== null && state.confirmedAt === null) return refuse('NOT_CONFIRMED');
	return accept({ type: 'requestReopened', at: now, reopening });
};

/** Notes that the person says of refused corrections that the data is wrong all the same (11 CCR 7023(f)). */
export const contest = (state: RequestState, { items }: Command<'contest'>, now: Instant): Decision<RequestEvent> => {
	const refused = state.denials.map(({ item }) => item);
	if (!allows('CONTEST', state)) return refuse('NOTHING_TO_CONTEST');
	const isOpen = (item: number) => refused.includes(item) && !state.contested.includes(item);
	return items.every(isOpen)
		? accept({ type: 'requestContested', at: now, items })
		: refuse('NOTHING_TO_CONTEST', ['items']);
};
