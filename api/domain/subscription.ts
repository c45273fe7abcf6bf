import { allowsSubscription } from '../../schema/subscription/lifecycle.ts';
import {
	addressKeptDays,
	type Frequency,
	type LeastClass,
	type SubscriptionStatus,
	subscriptionConfirmHours,
} from '../../schema/subscription/vocabulary.ts';
import { addSeconds, type Instant } from '../../schema/time.ts';
import { accept, type Decision, refuse } from './decision.ts';

/** What a subscriber wants to hear of, and how often. */
export interface Choice {
	leastClass: LeastClass;
	frequency: Frequency;
}

/** What was chosen before there was a choice. */
const everythingAtOnce: Choice = { leastClass: 'substantive', frequency: 'IMMEDIATE' };

/** One address' wish to hear of changes, as its events leave it; the address itself stands elsewhere, sealed. */
export interface SubscriptionState extends Choice {
	notices: string[];
	status: SubscriptionStatus;
	requestedAt: Instant;
	/** The instant from which it can no longer be confirmed. */
	confirmBy: Instant;
	confirmedAt: Instant | null;
	endedAt: Instant | null;
	/** When the address was destroyed. */
	erasedAt: Instant | null;
}

export type SubscriptionCommand =
	/** `known`: the slugs of the notices that exist. */
	| ({ type: 'subscribe'; notices: readonly string[]; known: readonly string[] } & Choice)
	| { type: 'confirm' }
	/** Ending twice is fine and records nothing, since a mail program may ask again. */
	| { type: 'end' }
	/** The person wants nothing of them kept: it ends, and the address is destroyed at once. */
	| { type: 'forget' }
	/** What time alone has made due: an end without confirmation, or the erasure of the address. */
	| { type: 'lapse' };

/** Events hold no personal data. */
export type SubscriptionEvent =
	| ({ type: 'subscriptionRequested'; at: Instant; notices: string[]; confirmBy: Instant } & Partial<Choice>)
	| { type: 'subscriptionConfirmed'; at: Instant }
	| { type: 'subscriptionEnded'; at: Instant }
	| { type: 'subscriptionLapsed'; at: Instant }
	| { type: 'subscriptionErased'; at: Instant };

/** What a command does to a subscription: events to record, or why not. */
export const decide = (
	state: SubscriptionState | null,
	command: SubscriptionCommand,
	{ now }: { now: Instant },
): Decision<SubscriptionEvent> => {
	if (command.type === 'subscribe') return state ? refuse('CONFLICT') : subscribe(command, now);
	if (!state) return refuse('UNKNOWN_TOKEN');
	switch (command.type) {
		case 'confirm':
			return confirm(state, now);
		case 'end':
			return allowsSubscription('END', state.status) ? accept({ type: 'subscriptionEnded', at: now }) : accept();
		case 'forget':
			return accept(...forget(state, now));
		case 'lapse':
			return lapse(state, now);
	}
};

const subscribe = (
	{ notices, known, leastClass, frequency }: Extract<SubscriptionCommand, { type: 'subscribe' }>,
	now: Instant,
): Decision<SubscriptionEvent> => {
	const chosen = [...new Set(notices)];
	if (chosen.length === 0) return refuse('NOTHING_CHOSEN', ['notices']);
	if (chosen.some((slug) => !known.includes(slug))) return refuse('UNKNOWN_NOTICE', ['notices']);
	const confirmBy = addSeconds(now, subscriptionConfirmHours * 3600);
	return accept({ type: 'subscriptionRequested', at: now, notices: chosen, leastClass, frequency, confirmBy });
};

const confirm = (state: SubscriptionState, now: Instant): Decision<SubscriptionEvent> => {
	if (state.status === 'CONFIRMED') return refuse('ALREADY_CONFIRMED');
	if (!allowsSubscription('CONFIRM', state.status)) return refuse('ALREADY_ENDED');
	return now < state.confirmBy ? accept({ type: 'subscriptionConfirmed', at: now }) : refuse('LINK_EXPIRED');
};

const lapse = (state: SubscriptionState, now: Instant): Decision<SubscriptionEvent> => {
	const due = nextDeadline(state);
	if (!due) return refuse(state.status === 'CONFIRMED' ? 'ALREADY_CONFIRMED' : 'ALREADY_ENDED');
	if (now < due) return refuse('NOT_DUE');
	const lapsed: SubscriptionEvent[] = state.status === 'PENDING' ? [{ type: 'subscriptionLapsed', at: now }] : [];
	return accept<SubscriptionEvent>(...lapsed, { type: 'subscriptionErased', at: now });
};

const forget = ({ status, erasedAt }: SubscriptionState, at: Instant): SubscriptionEvent[] => {
	if (erasedAt) return [];
	const ended: SubscriptionEvent[] = allowsSubscription('END', status) ? [{ type: 'subscriptionEnded', at }] : [];
	return [...ended, { type: 'subscriptionErased', at }];
};

/** The state after an event; throws where the stream is broken. */
export const evolve = (state: SubscriptionState | null, event: SubscriptionEvent): SubscriptionState => {
	if (event.type === 'subscriptionRequested') {
		const { type: _, at, ...said } = event;
		return {
			...everythingAtOnce,
			...said,
			status: 'PENDING',
			requestedAt: at,
			confirmedAt: null,
			endedAt: null,
			erasedAt: null,
		};
	}
	if (!state) throw new Error(`${event.type} cannot be a stream's first event`);
	switch (event.type) {
		case 'subscriptionConfirmed':
			return { ...state, status: 'CONFIRMED', confirmedAt: event.at };
		case 'subscriptionEnded':
		case 'subscriptionLapsed':
			return { ...state, status: 'ENDED', endedAt: event.at };
		case 'subscriptionErased':
			return { ...state, erasedAt: event.at };
	}
};

/** When the address of an ended subscription is destroyed. */
export const eraseAt = (endedAt: Instant): Instant => addSeconds(endedAt, addressKeptDays * 24 * 3600);

/** When the clock's `lapse` is due; null where nothing is. */
export const nextDeadline = ({ status, confirmBy, endedAt, erasedAt }: SubscriptionState): Instant | null => {
	if (status === 'PENDING') return confirmBy;
	return endedAt && !erasedAt ? eraseAt(endedAt) : null;
};
