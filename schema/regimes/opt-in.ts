import { askToOptIn, california } from './california.ts';

/** The zone of standing choices: they bind a browser or a person rather than a notice, and are an institution of Californian law. */
export const choicesZone = california.zone;

/**
 * Months from an opt-out or a limit before which nobody may be asked to take it back. People may do so of their own accord
 * at any time, in two steps (11 CCR § 7028).
 */
export const askAgainAfterMonths = askToOptIn.period.count;

/**
 * Months for which a consent given in spite of the signal stands. 11 CCR § 7025(c)(3) lets it stand for as long as the
 * person is known; after a year the signal is honoured again.
 */
export const consentDespiteSignalMonths = 12;
