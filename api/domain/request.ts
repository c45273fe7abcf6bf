import { allows, isFinal } from '../../schema/request/lifecycle.ts';
import type { Instant } from '../../schema/time.ts';
import { nextAccessOn } from './access-limit.ts';
import { accept, type Decision, refuse } from './decision.ts';
import { answerAboutAgent, askConsumer } from './request-agent.ts';
import { answer } from './request-answer.ts';
import { extend } from './request-extend.ts';
import { reply, write } from './request-messages.ts';
import type { CountedAccess, RequestCommand, RequestEvent, RequestState } from './request-model.ts';
import { ask, charge, close, contest, reopen } from './request-staff.ts';
import { submit } from './request-submit.ts';
import { authorise, treatAsCategories, verify } from './request-verify.ts';

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
		case 'authorise':
			return authorise(state, command, now);
		case 'askConsumer':
			return askConsumer(state, command, now);
		case 'answerAboutAgent':
			return answerAboutAgent(state, command, now);
		case 'verify':
			return verify(state, command, now);
		case 'treatAsCategories':
			return treatAsCategories(state, now);
		case 'ask':
			return ask(state, command, now);
		case 'write':
			return write(state, command, now);
		case 'reply':
			return reply(state, command, now);
		case 'charge':
			return charge(state, command, now);
		case 'extend':
			return extend(state, command, now);
		case 'answer':
			return answer(state, command, now);
		case 'close':
			return close(state, command, now);
		case 'reopen':
			return reopen(state, command, now);
		case 'contest':
			return contest(state, command, now);
		case 'withdraw':
			return allows('WITHDRAW', state) ? accept({ type: 'requestWithdrawn', at: now }) : refuse('ALREADY_ENDED');
		case 'lapse':
			return lapse(state, now);
	}
};

const confirm = (state: RequestState, counted: readonly CountedAccess[], now: Instant): Decision<RequestEvent> => {
	if (isFinal(state.status)) return refuse('ALREADY_ENDED');
	if (!allows('CONFIRM', state)) return refuse('ALREADY_CONFIRMED');
	if (state.confirmBy && now >= state.confirmBy) return refuse('LINK_EXPIRED');
	const nextOn = nextAccessOn(state, counted);
	return accept(nextOn ? { type: 'requestLimited', at: now, nextOn } : { type: 'requestConfirmed', at: now });
};

const lapse = (state: RequestState, now: Instant): Decision<RequestEvent> => {
	if (!allows('LAPSE', state)) return refuse('ALREADY_CONFIRMED');
	const due = nextDeadline(state);
	return due && now >= due ? accept({ type: 'requestLapsed', at: now }) : refuse('NOT_DUE');
};

/** When the clock's `lapse` is due, at the start of the due date in its zone; null where nothing is. */
export const nextDeadline = (state: RequestState): Instant | null =>
	state.status === 'AWAITING_CONFIRMATION' ? state.confirmBy : null;
