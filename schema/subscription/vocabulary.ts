export const subscriptionStatuses = ['PENDING', 'CONFIRMED', 'ENDED'] as const;
export type SubscriptionStatus = (typeof subscriptionStatuses)[number];

export const subscriptionActions = ['CONFIRM', 'END', 'LAPSE', 'ERASE'] as const;
export type SubscriptionAction = (typeof subscriptionActions)[number];

/** Hours within which a subscription is confirmed. */
export const subscriptionConfirmHours = 48;

/** Days for which the address of an ended subscription is kept, in case somebody asks what was sent to it. */
export const addressKeptDays = 28;
