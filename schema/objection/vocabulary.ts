export const objectionStatuses = ['AWAITING_CONFIRMATION', 'COUNTED', 'WITHDRAWN', 'LAPSED'] as const;
export type ObjectionStatus = (typeof objectionStatuses)[number];

export const objectionActions = ['CONFIRM', 'WITHDRAW', 'LAPSE'] as const;
export type ObjectionAction = (typeof objectionActions)[number];

/** Days from sending within which an objection is confirmed, also after the window has closed. */
export const objectionConfirmDays = 7;
