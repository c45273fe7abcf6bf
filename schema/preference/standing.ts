import { askAgainAfterMonths, consentDespiteSignalMonths } from '../regimes/opt-in.ts';
import { addMonths, dateIn, type Instant, type PlainDate } from '../time.ts';
import { type OptOutSource, optInMinutes, type StandingChoice } from './vocabulary.ts';

/** The choices of one browser or person, as their events leave them. */
export interface PreferenceState {
	/** Since when nothing may be sold or shared; null where nobody said so of everything. */
	optedOutAt: Instant | null;
	optedOutBy: OptOutSource | null;
	/** Keys of recipients who may have nothing, where others still may. */
	recipients: string[];
	limitedAt: Instant | null;
	/** When the signal was first seen. */
	signalSeenAt: Instant | null;
	/** What is to be allowed again and not confirmed yet. */
	asked: { choice: StandingChoice; at: Instant } | null;
	/** When sale and sharing were allowed again by somebody who was told that the browser says otherwise. */
	consentedDespiteSignalAt: Instant | null;
	/** The last opt-out or limit. */
	chosenAt: Instant | null;
}

/** What holds at an instant, for whoever is about to load a tag or use a datum. */
export interface Standing {
	optedOut: boolean;
	optedOutBy: OptOutSource | null;
	optedOutAt: Instant | null;
	recipients: string[];
	limited: boolean;
	limitedAt: Instant | null;
	/** Whether the signal came with this very question. */
	signal: boolean;
	/** Whether sale and sharing were allowed in spite of the signal, and still are. */
	consentedDespiteSignal: boolean;
	/** What waits for the second step. */
	asked: StandingChoice | null;
	/** From when people may be asked to allow it again; null where they have not said no. */
	mayAskAgainOn: PlainDate | null;
}

const monthsAfter = (at: Instant, months: number, zone: string) => addMonths(dateIn(at, zone), months);

/** Whether a consent given in spite of the signal still stands. */
export const consentHolds = (state: PreferenceState | null, now: Instant, zone: string): boolean => {
	const at = state?.consentedDespiteSignalAt;
	return at != null && dateIn(now, zone) < monthsAfter(at, consentDespiteSignalMonths, zone);
};

/** What waits for its second step at an instant; null where nothing does, or for too long. */
export const openQuestion = (state: PreferenceState | null, now: Instant): StandingChoice | null => {
	const asked = state?.asked;
	return asked && Date.parse(now) < Date.parse(asked.at) + optInMinutes * 60_000 ? asked.choice : null;
};

/**
 * What holds: (1) a signal that comes with the question is an opt-out of everything, unless a consent given in spite of it
 * stands; (2) else what was recorded holds, and a signal that no longer comes takes nothing back.
 */
export const standingOf = (
	state: PreferenceState | null,
	{ signal, now, zone }: { signal: boolean; now: Instant; zone: string },
): Standing => {
	const consentedDespiteSignal = consentHolds(state, now, zone);
	const bySignal = signal && !state?.optedOutAt && !consentedDespiteSignal;
	return {
		optedOut: bySignal || Boolean(state?.optedOutAt),
		optedOutBy: bySignal ? 'SIGNAL' : (state?.optedOutBy ?? null),
		optedOutAt: state?.optedOutAt ?? null,
		recipients: state?.recipients ?? [],
		limited: Boolean(state?.limitedAt),
		limitedAt: state?.limitedAt ?? null,
		signal,
		consentedDespiteSignal,
		asked: openQuestion(state, now),
		mayAskAgainOn: state?.chosenAt ? monthsAfter(state.chosenAt, askAgainAfterMonths, zone) : null,
	};
};
