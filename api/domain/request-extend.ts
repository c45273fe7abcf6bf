import { allows } from '../../schema/request/lifecycle.ts';
import { isImmediate } from '../../schema/request/vocabulary.ts';
import { addDays, dateIn, type Instant, startOfDay } from '../../schema/time.ts';
import { accept, type Decision, refuse } from './decision.ts';
import type { RequestCommand, RequestEvent, RequestState } from './request-model.ts';
import { whyNotOpen } from './request-open.ts';

const tooLate = ({ receivedAt, dueOn, zone }: RequestState): Decision<RequestEvent> => {
	const { refusal } = refuse('EXTENSION_TOO_LATE');
	return {
		ok: false,
		refusal: { ...refusal, window: { opensAt: receivedAt, closesAt: startOfDay(addDays(dueOn, 1), zone) } },
	};
};

/** Puts an answer off, once, to a date kept at receipt, while the first date has not passed (11 CCR 7021(b)). */
export const extend = (
	state: RequestState,
	{ dueOn, reason }: Extract<RequestCommand, { type: 'extend' }>,
	now: Instant,
): Decision<RequestEvent> => {
	if (isImmediate(state.right)) return refuse('NEVER_EXTENDED');
	const closed = whyNotOpen(state);
	if (closed) return refuse(closed);
	if (!allows('EXTEND', state)) return refuse('ALREADY_EXTENDED');
	const extendedOn = dateIn(now, state.zone);
	if (extendedOn > state.dueOn) return tooLate(state);
	const clock = state.clocks.find((row) => row.duty === 'extend' && row.dueOn === dueOn && dueOn > state.dueOn);
	if (!clock) return refuse('DATE_NOT_PROMISED', ['dueOn']);
	return accept({ type: 'requestExtended', at: now, extendedOn, dueOn, dueCite: clock.cite, reason });
};
