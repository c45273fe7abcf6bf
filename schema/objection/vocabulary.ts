export const objectionStatuses = [
	'AWAITING_CONFIRMATION',
	'COUNTED',
	'DECIDED',
	'JOINED',
	'WITHDRAWN',
	'LAPSED',
] as const;
export type ObjectionStatus = (typeof objectionStatuses)[number];

/** The statuses in which an objection is one of those counted against a version. */
export const countedStatuses = ['COUNTED', 'DECIDED'] as const satisfies readonly ObjectionStatus[];

export const objectionActions = ['CONFIRM', 'DECIDE', 'WITHDRAW', 'LAPSE'] as const;
export type ObjectionAction = (typeof objectionActions)[number];

/** What staff decides: the earlier text stays for this person, or the new one holds, for the reason in the letter. */
export const objectionDecisions = ['UPHELD', 'REJECTED'] as const;
export type ObjectionDecision = (typeof objectionDecisions)[number];

/** What a version can say that objecting does. */
export const objectionEffects = ['keepsEarlierText', 'closesAccount', 'considered'] as const;
export type ObjectionEffect = (typeof objectionEffects)[number];

/** Days from sending within which an objection is confirmed, also after the window has closed. */
export const objectionConfirmDays = 7;

/**
 * Why a text governs: it is the one in force; an objection keeps the earlier one, undecided or upheld; the change reaches
 * new data only; or it reaches data already held, which needs a consent that nobody's silence gives.
 */
export const governingReasons = [
	'IN_FORCE',
	'OBJECTION_UNDECIDED',
	'OBJECTION_UPHELD',
	'NEW_DATA_ONLY',
	'CONSENT_NEEDED',
] as const;
export type GoverningReason = (typeof governingReasons)[number];
