import { consentHolds, openQuestion, type PreferenceState } from '../../schema/preference/standing.ts';
import type { ChoiceEventType, StandingChoice } from '../../schema/preference/vocabulary.ts';
import type { Instant } from '../../schema/time.ts';
import { accept, type Decision, refuse } from './decision.ts';

export type PreferenceCommand =
	| { type: 'seeSignal' }
	/** `recipients` counts where `optOut` is false; `byRequest` where a request asked for it, which is counted as such. */
	| { type: 'choose'; optOut: boolean; recipients: readonly string[]; limit: boolean; byRequest?: true }
	| { type: 'askToOptIn'; choice: StandingChoice }
	/** `signal`: whether the browser says otherwise while it is confirmed. */
	| { type: 'confirmOptIn'; choice: StandingChoice; signal: boolean };

/** Events hold no personal data. */
export type PreferenceEvent =
	| { type: 'signalSeen'; at: Instant }
	| { type: 'optedOut'; at: Instant; recipients: 'ALL' | string[]; byRequest?: true }
	| { type: 'limited'; at: Instant; byRequest?: true }
	| { type: 'optInAsked'; at: Instant; choice: StandingChoice }
	| { type: 'optInConfirmed'; at: Instant; choice: StandingChoice; despiteSignal: boolean };

/** As what others are told of an event; null where it is nobody else's. */
export const choiceEventOf = {
	signalSeen: 'optOutRecorded',
	optedOut: 'optOutRecorded',
	limited: 'limitRecorded',
	optInAsked: null,
	optInConfirmed: 'optInRecorded',
} as const satisfies Record<PreferenceEvent['type'], ChoiceEventType | null>;

interface Moment {
	now: Instant;
	/** In which dates are counted. */
	zone: string;
}

/** What a command does to the choices of a browser or person: events to record, none where it says nothing new, or why not. */
export const decide = (
	state: PreferenceState | null,
	command: PreferenceCommand,
	{ now, zone }: Moment,
): Decision<PreferenceEvent> => {
	switch (command.type) {
		case 'seeSignal':
			return isNewSignal(state, { now, zone }) ? accept({ type: 'signalSeen', at: now }) : accept();
		case 'choose':
			return choose(state, command, now);
		case 'askToOptIn':
			return isOff(state, command.choice)
				? accept({ type: 'optInAsked', at: now, choice: command.choice })
				: refuse('NOT_OPTED_OUT', ['choice']);
		case 'confirmOptIn':
			if (openQuestion(state, now) !== command.choice) return refuse('NOT_ASKED', ['choice']);
			return accept({ type: 'optInConfirmed', at: now, choice: command.choice, despiteSignal: command.signal });
	}
};

const isNewSignal = (state: PreferenceState | null, { now, zone }: Moment) =>
	!consentHolds(state, now, zone) && !(state?.signalSeenAt && state.optedOutAt);

const isOff = (state: PreferenceState | null, choice: StandingChoice) =>
	choice === 'LIMIT' ? Boolean(state?.limitedAt) : Boolean(state?.optedOutAt || state?.recipients.length);

const choose = (
	state: PreferenceState | null,
	{ optOut, recipients, limit, byRequest }: Extract<PreferenceCommand, { type: 'choose' }>,
	now: Instant,
): Decision<PreferenceEvent> => {
	if (!optOut && !limit && recipients.length === 0) return refuse('NO_CHOICE_MADE', ['optOut']);
	const more = recipients.filter((key) => !state?.recipients.includes(key));
	const events: PreferenceEvent[] = [];
	const by = byRequest ? { byRequest } : {};
	if (optOut && !state?.optedOutAt) events.push({ type: 'optedOut', at: now, recipients: 'ALL', ...by });
	if (!optOut && more.length > 0 && !state?.optedOutAt)
		events.push({ type: 'optedOut', at: now, recipients: more, ...by });
	if (limit && !state?.limitedAt) events.push({ type: 'limited', at: now, ...by });
	return accept(...events);
};

const unsaid: PreferenceState = {
	optedOutAt: null,
	optedOutBy: null,
	recipients: [],
	limitedAt: null,
	signalSeenAt: null,
	asked: null,
	consentedDespiteSignalAt: null,
	chosenAt: null,
};

/** Whoever says no after asking to allow something has answered their own question. */
const afterNo = (state: PreferenceState, at: Instant): PreferenceState => ({
	...state,
	asked: null,
	consentedDespiteSignalAt: null,
	chosenAt: at,
});

/** The state after an event. */
export const evolve = (before: PreferenceState | null, event: PreferenceEvent): PreferenceState => {
	const state = before ?? unsaid;
	const { at } = event;
	switch (event.type) {
		case 'signalSeen':
			return {
				...afterNo(state, at),
				signalSeenAt: state.signalSeenAt ?? at,
				optedOutAt: state.optedOutAt ?? at,
				optedOutBy: state.optedOutBy ?? 'SIGNAL',
			};
		case 'optedOut':
			return event.recipients === 'ALL'
				? { ...afterNo(state, at), optedOutAt: at, optedOutBy: 'CHOICE' }
				: { ...state, asked: null, chosenAt: at, recipients: [...state.recipients, ...event.recipients].sort() };
		case 'limited':
			return { ...state, asked: null, limitedAt: at, chosenAt: at };
		case 'optInAsked':
			return { ...state, asked: { choice: event.choice, at } };
		case 'optInConfirmed':
			return allowed({ ...state, asked: null }, event);
	}
};

const allowed = (
	state: PreferenceState,
	{ choice, at, despiteSignal }: Extract<PreferenceEvent, { type: 'optInConfirmed' }>,
): PreferenceState =>
	choice === 'LIMIT'
		? { ...state, limitedAt: null }
		: {
				...state,
				optedOutAt: null,
				optedOutBy: null,
				recipients: [],
				consentedDespiteSignalAt: despiteSignal ? at : null,
			};
