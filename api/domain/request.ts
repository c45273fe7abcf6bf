import { usualRegime } from '../../schema/regimes/regimes.ts';
import { allows, firstStatus, isFinal } from '../../schema/request/lifecycle.ts';
import {
	type EndReason,
	isImmediate,
	type Outcome,
	type RequestAction,
	type RequestStatus,
} from '../../schema/request/vocabulary.ts';
import type { Instant } from '../../schema/time.ts';
import { nextAccessOn } from './access-limit.ts';
import { accept, type Decision, refuse } from './decision.ts';
import { extend } from './request-extend.ts';
import type { CountedAccess, RequestCommand, RequestEvent, RequestState } from './request-model.ts';
import { subjectOf } from './request-subject.ts';
import { submit } from './request-submit.ts';

export type { CountedAccess, RequestCommand, RequestEvent, RequestState } from './request-model.ts';

/** What a command does to a request: events to record, or why not; only an extension moves `dueOn`. */
export const decide = (
	state: RequestState | null,
	command: RequestCommand,
	{ now }: { now: Instant },
): Decision<RequestEvent> => {
	if (command.type === 'submit') return state ? refuse('CONFLICT') : submit(command, now);
	if (!state) return refuse('UNKNOWN_REQUEST');
	switch (command.type) {
		case 'confirm':
			return confirm(state, command.countedAccess, now);
		case 'verify':
			return verify(state, now);
		case 'extend':
			return extend(state, command, now);
		case 'answer':
			return answer(state, command.outcome, now);
		case 'withdraw':
			return can('WITHDRAW', state) ? accept({ type: 'requestWithdrawn', at: now }) : refuse('ALREADY_ENDED');
		case 'lapse':
			return lapse(state, now);
	}
};

const can = (action: RequestAction, state: RequestState) => allows(action, subjectOf(state));

const confirm = (state: RequestState, counted: readonly CountedAccess[], now: Instant): Decision<RequestEvent> => {
	if (isFinal(state.status)) return refuse('ALREADY_ENDED');
	if (!can('CONFIRM', state)) return refuse('ALREADY_CONFIRMED');
	if (state.confirmBy && now >= state.confirmBy) return refuse('LINK_EXPIRED');
	const nextOn = nextAccessOn(state, counted);
	return accept(nextOn ? { type: 'requestLimited', at: now, nextOn } : { type: 'requestConfirmed', at: now });
};

const verify = (state: RequestState, now: Instant): Decision<RequestEvent> => {
	if (isImmediate(state.right)) return refuse('NEVER_VERIFIED');
	if (isFinal(state.status)) return refuse('ALREADY_ENDED');
	if (state.status === 'AWAITING_CONFIRMATION') return refuse('NOT_CONFIRMED');
	return can('VERIFY', state) ? accept({ type: 'requestVerified', at: now }) : refuse('ALREADY_VERIFIED');
};

const answer = (state: RequestState, outcome: Outcome, now: Instant): Decision<RequestEvent> => {
	if (isFinal(state.status)) return refuse('ALREADY_ENDED');
	if (state.status === 'AWAITING_CONFIRMATION') return refuse('NOT_CONFIRMED');
	if (outcome === 'DENIED') return accept({ type: 'requestRefused', at: now });
	return can('ANSWER', state) ? accept({ type: 'requestAnswered', at: now }) : refuse('NOT_VERIFIED');
};

const lapse = (state: RequestState, now: Instant): Decision<RequestEvent> => {
	if (!can('LAPSE', state)) return refuse('ALREADY_CONFIRMED');
	const due = nextDeadline(state);
	return due && now >= due ? accept({ type: 'requestLapsed', at: now }) : refuse('NOT_DUE');
};

/** When the clock's `lapse` is due, at the start of the due date in its zone; null where nothing is. */
export const nextDeadline = (state: RequestState): Instant | null =>
	state.status === 'AWAITING_CONFIRMATION' ? state.confirmBy : null;

/** The state after an event; throws where the stream is broken, since events are only ever recorded by `decide`. */
export const evolve = (state: RequestState | null, event: RequestEvent): RequestState => {
	if (event.type === 'requestSubmitted') return submitted(event);
	if (!state) throw new Error(`${event.type} cannot be a stream's first event`);
	switch (event.type) {
		case 'requestConfirmed':
			return { ...state, status: 'IN_PROGRESS', confirmedAt: event.at };
		case 'requestLimited':
			return {
				...end(state, 'REFUSED', event.at, 'ACCESS_LIMIT'),
				confirmedAt: event.at,
				nextOn: event.nextOn,
			};
		case 'requestVerified':
			return { ...state, verifiedAt: event.at };
		case 'requestExtended':
			return {
				...state,
				extendedOn: event.extendedOn,
				extensionReason: event.reason,
				dueOn: event.dueOn,
				dueCite: event.dueCite,
			};
		case 'requestAnswered':
			return { ...end(state, 'ANSWERED', event.at, null), answeredAt: event.at };
		case 'requestRefused':
			return { ...end(state, 'REFUSED', event.at, 'DENIED'), answeredAt: event.at };
		case 'requestWithdrawn':
			return end(state, 'WITHDRAWN', event.at, 'BY_PERSON');
		case 'requestLapsed':
			return end(state, 'LAPSED', event.at, 'NOT_CONFIRMED');
	}
};

const end = (state: RequestState, status: RequestStatus, endedAt: Instant, reason: EndReason | null): RequestState => ({
	...state,
	status,
	endedAt,
	reason,
});

const submitted = ({ type, at, ...facts }: Extract<RequestEvent, { type: 'requestSubmitted' }>): RequestState => ({
	...facts,
	requester: facts.requester ?? 'SELF',
	manner: facts.manner ?? 'FORM',
	regime: facts.regime ?? usualRegime.key,
	zone: facts.zone ?? usualRegime.zone,
	clocks: facts.clocks ?? [],
	status: firstStatus(facts.right),
	receivedAt: at,
	confirmedAt: null,
	verifiedAt: null,
	extendedOn: null,
	extensionReason: null,
	answeredAt: null,
	endedAt: null,
	reason: null,
	nextOn: null,
});
