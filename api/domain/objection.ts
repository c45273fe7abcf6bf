import { allowsObjection } from '../../schema/objection/lifecycle.ts';
import {
	type ObjectionDecision,
	type ObjectionStatus,
	objectionConfirmDays,
} from '../../schema/objection/vocabulary.ts';
import { refusal } from '../../schema/refusals.ts';
import { addSeconds, type Instant } from '../../schema/time.ts';
import { accept, type Decision, refuse } from './decision.ts';

/** One objection to one version, as its events leave it. */
export interface ObjectionState {
	notice: string;
	version: string;
	status: ObjectionStatus;
	receivedAt: Instant;
	/** The instant from which it can no longer be confirmed. */
	confirmBy: Instant;
	countedAt: Instant | null;
	decidedAt: Instant | null;
	decision: ObjectionDecision | null;
	endedAt: Instant | null;
}

export type ObjectionCommand =
	/** `window`: the version's own, open or not; null where it has none. */
	| { type: 'submit'; notice: string; version: string; window: { opensAt: Instant; closesAt: Instant } | null }
	/** `alreadyCounted`: whether another objection of this address to this version is counted. */
	| { type: 'confirm'; alreadyCounted: boolean }
	| { type: 'decide'; decision: ObjectionDecision }
	| { type: 'withdraw' }
	| { type: 'lapse' };

/** Events hold no personal data. */
export type ObjectionEvent =
	| { type: 'objectionSubmitted'; at: Instant; notice: string; version: string; confirmBy: Instant }
	| { type: 'objectionCounted'; at: Instant }
	/** Confirmed beside one of the same address that counts already. */
	| { type: 'objectionJoined'; at: Instant }
	| { type: 'objectionDecided'; at: Instant; decision: ObjectionDecision }
	| { type: 'objectionWithdrawn'; at: Instant }
	| { type: 'objectionLapsed'; at: Instant }
	/** Its link is too old to be counted in place of the one that it was joined to. */
	| { type: 'objectionSpent'; at: Instant };

/** What a command does to an objection: events to record, or why not. */
export const decide = (
	state: ObjectionState | null,
	command: ObjectionCommand,
	{ now }: { now: Instant },
): Decision<ObjectionEvent> => {
	if (command.type === 'submit') return state ? refuse('CONFLICT') : submit(command, now);
	if (!state) return refuse('UNKNOWN_CODE');
	switch (command.type) {
		case 'confirm':
			return confirm(state, command.alreadyCounted, now);
		case 'decide':
			return settle(state, command.decision, now);
		case 'withdraw':
			return allowsObjection('WITHDRAW', state.status)
				? accept({ type: 'objectionWithdrawn', at: now })
				: refuse('ALREADY_ENDED');
		case 'lapse':
			return lapse(state, now);
	}
};

const submit = (
	{ notice, version, window }: Extract<ObjectionCommand, { type: 'submit' }>,
	now: Instant,
): Decision<ObjectionEvent> => {
	if (!window) return refuse('NO_OBJECTION_WINDOW', ['version']);
	if (now < window.opensAt || now >= window.closesAt) {
		const { opensAt, closesAt } = window;
		return { ok: false, refusal: { ...refusal('WINDOW_CLOSED', ['version']), window: { opensAt, closesAt } } };
	}
	const confirmBy = addSeconds(now, objectionConfirmDays * 86_400);
	return accept({ type: 'objectionSubmitted', at: now, notice, version, confirmBy });
};

const confirm = (state: ObjectionState, alreadyCounted: boolean, now: Instant): Decision<ObjectionEvent> => {
	if (!allowsObjection('CONFIRM', state.status)) return refuse(state.endedAt ? 'ALREADY_ENDED' : 'ALREADY_CONFIRMED');
	if (now >= state.confirmBy) return refuse('LINK_EXPIRED');
	if (!alreadyCounted) return accept({ type: 'objectionCounted', at: now });
	return state.status === 'JOINED' ? refuse('ALREADY_COUNTED') : accept({ type: 'objectionJoined', at: now });
};

const settle = (state: ObjectionState, decision: ObjectionDecision, now: Instant): Decision<ObjectionEvent> => {
	if (allowsObjection('DECIDE', state.status)) return accept({ type: 'objectionDecided', at: now, decision });
	return refuse(state.status === 'AWAITING_CONFIRMATION' ? 'NOT_CONFIRMED' : 'ALREADY_ENDED');
};

const lapse = (state: ObjectionState, now: Instant): Decision<ObjectionEvent> => {
	const due = nextDeadline(state);
	if (!due) return refuse(state.countedAt && !state.endedAt ? 'ALREADY_CONFIRMED' : 'ALREADY_ENDED');
	if (now < due) return refuse('NOT_DUE');
	return accept({ type: state.status === 'JOINED' ? 'objectionSpent' : 'objectionLapsed', at: now });
};

/** The state after an event; throws where the stream is broken. */
export const evolve = (state: ObjectionState | null, event: ObjectionEvent): ObjectionState => {
	if (event.type === 'objectionSubmitted') {
		const { notice, version, confirmBy, at } = event;
		const status = 'AWAITING_CONFIRMATION';
		return {
			notice,
			version,
			status,
			receivedAt: at,
			confirmBy,
			countedAt: null,
			decidedAt: null,
			decision: null,
			endedAt: null,
		};
	}
	if (!state) throw new Error(`${event.type} cannot be a stream's first event`);
	switch (event.type) {
		case 'objectionCounted':
			return { ...state, status: 'COUNTED', countedAt: event.at };
		case 'objectionJoined':
			return { ...state, status: 'JOINED' };
		case 'objectionDecided':
			return { ...state, status: 'DECIDED', decidedAt: event.at, decision: event.decision };
		case 'objectionWithdrawn':
			return { ...state, status: 'WITHDRAWN', endedAt: event.at };
		case 'objectionLapsed':
		case 'objectionSpent':
			return { ...state, status: 'LAPSED', endedAt: event.at };
	}
};

/** When the clock's `lapse` is due; null where nothing is. */
export const nextDeadline = (state: ObjectionState): Instant | null =>
	state.status === 'AWAITING_CONFIRMATION' || state.status === 'JOINED' ? state.confirmBy : null;
