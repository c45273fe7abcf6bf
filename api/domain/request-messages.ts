import { allows } from '../../schema/request/lifecycle.ts';
import type { Instant } from '../../schema/time.ts';
import { accept, type Decision, refuse } from './decision.ts';
import type { RequestCommand, RequestEvent, RequestState } from './request-model.ts';
import { whyNotOpen } from './request-open.ts';

type Command<Type extends RequestCommand['type']> = Extract<RequestCommand, { type: Type }>;

/** Writes to the person about a request that is looked at or has been decided; no date moves. */
export const write = (state: RequestState, { messageId }: Command<'write'>, now: Instant): Decision<RequestEvent> => {
	if (!allows('WRITE', state)) return refuse(whyNotOpen(state) ?? 'ALREADY_ENDED');
	if (!state.hasAddress) return refuse('NO_WAY_TO_WRITE');
	return accept({ type: 'requestWritten', at: now, messageId });
};

/** Notes that the person wrote; what they were asked for waits for staff from then on. */
export const reply = (
	state: RequestState,
	{ messageId, files }: Command<'reply'>,
	now: Instant,
): Decision<RequestEvent> => {
	if (!allows('REPLY', state)) return refuse(whyNotOpen(state) ?? 'ALREADY_ENDED');
	return accept({ type: 'requestReplied', at: now, messageId, files });
};
