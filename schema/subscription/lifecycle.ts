import type { Party } from '../request/vocabulary.ts';
import { type SubscriptionAction, type SubscriptionStatus, subscriptionActions } from './vocabulary.ts';

interface Transition {
	from: readonly SubscriptionStatus[];
	to: SubscriptionStatus;
	by: Party;
}

/** Every change that a subscription can undergo after it was asked for. */
export const subscriptionLifecycle = {
	CONFIRM: { from: ['PENDING'], to: 'CONFIRMED', by: 'person' },
	END: { from: ['PENDING', 'CONFIRMED'], to: 'ENDED', by: 'person' },
	LAPSE: { from: ['PENDING'], to: 'ENDED', by: 'clock' },
	ERASE: { from: ['ENDED'], to: 'ENDED', by: 'clock' },
} as const satisfies Record<SubscriptionAction, Transition>;

/** Whether the table allows an action in a status, whoever may take it. */
export const allowsSubscription = (action: SubscriptionAction, status: SubscriptionStatus): boolean =>
	(subscriptionLifecycle[action].from as readonly SubscriptionStatus[]).includes(status);

/** The actions open to a party in a status. */
export const subscriptionActionsFor = (status: SubscriptionStatus, by: Party): SubscriptionAction[] =>
	subscriptionActions.filter((action) => subscriptionLifecycle[action].by === by && allowsSubscription(action, status));
