import { consumerAnswerDays, isOfUse } from '../../schema/request/authority.ts';
import { allows } from '../../schema/request/lifecycle.ts';
import { addSeconds, type Instant } from '../../schema/time.ts';
import { accept, type Decision, refuse } from './decision.ts';
import { keptGround } from './request-answer.ts';
import type { RequestCommand, RequestEvent, RequestState } from './request-model.ts';
import { whyNotOpen } from './request-open.ts';

type Command<Type extends RequestCommand['type']> = Extract<RequestCommand, { type: Type }>;

const secondsPerDay = 86_400;

/**
 * Asks the person whom an agent acts for whether the agent may (11 CCR 7063(a)), again too, where who that person is has not
 * been shown; never for a right that acts at once, for which a signed permission is the most (7026(j)).
 */
export const askConsumer = (
	state: RequestState,
	{ isReachable }: Command<'askConsumer'>,
	now: Instant,
): Decision<RequestEvent> => {
	const closed = whyNotOpen(state);
	if (closed) return refuse(closed);
	const hasGround = state.rules.grounds.some(({ key }) => key === 'AUTHORITY_NOT_SHOWN');
	if (!hasGround || !isOfUse('CONSUMER_CONFIRMATION', state.requester, state.right)) return refuse('PROOF_OF_NO_USE');
	if (!allows('ASK_CONSUMER', state)) return refuse(state.verifiedAt ? 'ALREADY_VERIFIED' : 'ALREADY_SHOWN');
	if (!isReachable) return refuse('CONSUMER_NOT_REACHABLE', ['email']);
	return accept({
		type: 'requestConsumerAsked',
		at: now,
		askedUntil: addSeconds(now, consumerAnswerDays * secondsPerDay),
	});
};

/** Notes the word of the person acted for; where they permitted nothing, the request is refused for lack of authority. */
export const answerAboutAgent = (
	state: RequestState,
	{ authorised }: Command<'answerAboutAgent'>,
	now: Instant,
): Decision<RequestEvent> => {
	const closed = whyNotOpen(state);
	if (closed) return refuse(closed);
	const { consumerAskedUntil } = state;
	if (!allows(authorised ? 'CONFIRM_AGENT' : 'DENY_AGENT', state) || !consumerAskedUntil)
		return refuse('UNKNOWN_TOKEN', ['token']);
	if (now >= consumerAskedUntil) return refuse('LINK_EXPIRED', ['token']);
	return accept(
		authorised
			? { type: 'requestAgentConfirmed', at: now }
			: { type: 'requestAgentDenied', at: now, ground: keptGround(state, 'AUTHORITY_NOT_SHOWN') },
	);
};
