import type { ChangeClass } from '../notice/vocabulary.ts';

export const subscriptionStatuses = ['PENDING', 'CONFIRMED', 'ENDED'] as const;
export type SubscriptionStatus = (typeof subscriptionStatuses)[number];

export const subscriptionActions = ['CONFIRM', 'END', 'LAPSE', 'ERASE'] as const;
export type SubscriptionAction = (typeof subscriptionActions)[number];

/** Hours within which a subscription is confirmed. */
export const subscriptionConfirmHours = 48;

/** Days for which the address of an ended subscription is kept, in case somebody asks what was sent to it. */
export const addressKeptDays = 28;

/** How often a subscriber hears of what is not material; what is material is always told at once. */
export const frequencies = ['IMMEDIATE', 'DAILY', 'WEEKLY'] as const;
export type Frequency = (typeof frequencies)[number];

/** The least of the changes that a subscriber hears of. No letter tells of an editorial one. */
export type LeastClass = Exclude<ChangeClass, 'editorial'>;
