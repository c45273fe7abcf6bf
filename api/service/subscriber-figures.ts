import type { Store } from '../store/open.ts';
import {
	countSubscriptions,
	type SubscriberGroup,
	subscriberGroups,
	subscriptionsByMonth,
} from '../store/subscriber-figures.ts';

/** Subscriptions that came and went in a month of UTC. */
export interface SubscriberMonth {
	/** Such as `2026-11`. */
	month: string;
	confirmed: number;
	ended: number;
}

export interface SubscriberFigures {
	confirmed: number;
	pending: number;
	groups: SubscriberGroup[];
	months: SubscriberMonth[];
}

/** Subscribers in numbers, the newest month first. */
export const subscriberFigures = ({ store }: { store: Store }): Promise<SubscriberFigures> =>
	store.read(async (tx) => {
		const [came, went] = [await subscriptionsByMonth(tx, 'confirmedAt'), await subscriptionsByMonth(tx, 'endedAt')];
		const months = [...new Set([...came.keys(), ...went.keys()])].sort().reverse();
		return {
			confirmed: await countSubscriptions(tx, 'CONFIRMED'),
			pending: await countSubscriptions(tx, 'PENDING'),
			groups: await subscriberGroups(tx),
			months: months.map((month) => ({ month, confirmed: came.get(month) ?? 0, ended: went.get(month) ?? 0 })),
		};
	});
