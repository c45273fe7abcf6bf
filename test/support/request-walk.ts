import { expect } from 'vitest';
import type { RequestEvent, RequestState } from '../../api/domain/request-model.ts';
import { allows, isFinal, missingOf, requestLifecycle } from '../../schema/request/lifecycle.ts';
import { isImmediate, type RequestAction } from '../../schema/request/vocabulary.ts';
import { addDays } from '../../schema/time.ts';

/** What every event after the first comes of. */
const actionOf = {
	requestConfirmed: 'CONFIRM',
	requestLimited: 'CONFIRM',
	requestAuthorised: 'AUTHORISE',
	requestConsumerAsked: 'ASK_CONSUMER',
	requestAgentConfirmed: 'CONFIRM_AGENT',
	requestAgentDenied: 'DENY_AGENT',
	requestVerified: 'VERIFY',
	requestTreatedAsCategories: 'TREAT_AS_CATEGORIES',
	requestAsked: 'ASK',
	requestWritten: 'WRITE',
	requestReplied: 'REPLY',
	requestCharged: 'CHARGE',
	requestExtended: 'EXTEND',
	requestAnswered: 'ANSWER',
	requestAnsweredInPart: 'ANSWER',
	requestRefused: 'REFUSE',
	requestDiscarded: 'CLOSE',
	requestJoined: 'CLOSE',
	requestReopened: 'REOPEN',
	requestContested: 'CONTEST',
	requestWithdrawn: 'WITHDRAW',
	requestLapsed: 'LAPSE',
} as const satisfies Record<Exclude<RequestEvent['type'], 'requestSubmitted'>, RequestAction>;

/** Fails unless an event was a step of the table; only an extension moves the due date, once, as far as the law goes. */
export const checkStep = (before: RequestState, event: RequestEvent, state: RequestState) => {
	const action = actionOf[event.type as keyof typeof actionOf];
	expect(allows(action, before)).toBe(true);
	const { to } = requestLifecycle[action];
	const reached = event.type === 'requestLimited' ? 'REFUSED' : to;
	expect(state.status).toBe(reached === 'same' ? before.status : reached);
	if (isFinal(before.status)) expect(['REOPEN', 'CONTEST', 'WRITE', 'REPLY']).toContain(action);
	if (event.type !== 'requestExtended') expect(state.dueOn).toBe(before.dueOn);
	else expect(before.extendedOn === null && event.extendedOn <= before.dueOn && before.dueOn < state.dueOn).toBe(true);
};

/** Fails unless a state is one that a request may be in; `received` is what it was at first. */
export const checkState = (state: RequestState, received: RequestState) => {
	expect(received.clocks.map(({ dueOn }) => dueOn)).toContain(state.dueOn);
	expect(state.endedAt !== null).toBe(isFinal(state.status));
	expect(state.outcome === null).toBe(state.answeredAt === null);
	if (state.status === 'ANSWERED' && !isImmediate(state.right)) expect(missingOf(state)).toEqual([]);
	if (state.outcome === 'DENIED') expect(state.ground !== null || state.denials.length > 0).toBe(true);
	for (const { ground, cite } of state.denials) expect(state.rules.grounds).toContainEqual({ key: ground, cite });
	if (isImmediate(state.right))
		expect([state.verifiedAt, state.extendedOn, state.confirmBy]).toEqual([null, null, null]);
	// 11 CCR § 7021(b), and three months under Art. 12(3) GDPR.
	expect(state.dueOn <= addDays(state.receivedOn, state.regime === 'california' ? 90 : 92)).toBe(true);
	expect(state.clocks).toEqual(received.clocks);
};
