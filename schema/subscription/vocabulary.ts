export const subscriptionStatuses = ['PENDING', 'CONFIRMED', 'ENDED'] as const;
export type SubscriptionStatus = (typeof subscriptionStatuses)[number];

export const subscriptionActions = ['CONFIRM', 'END', 'LAPSE'] as const;
export type SubscriptionAction = (typeof subscriptionActions)[number];

/** Hours within which a subscription is confirmed. */
export const subscriptionConfirmHours = 48;
