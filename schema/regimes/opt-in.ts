/**
 * Months from an opt-out or a limit before which nobody may be asked to take it back: 11 CCR §§ 7026(k), 7027(l). People may
 * do so of their own accord at any time, in two steps (§ 7028).
 */
export const askAgainAfterMonths = 12;

/**
 * Months for which a consent given in spite of the signal stands. 11 CCR § 7025(c)(3) lets it stand for as long as the
 * person is known; after a year the signal is honoured again.
 */
export const consentDespiteSignalMonths = 12;
