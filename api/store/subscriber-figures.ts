import { sql } from 'kysely';
import type { Frequency, LeastClass, SubscriptionStatus } from '../../schema/subscription/vocabulary.ts';
import type { ReadTx } from './transactions.ts';

/** How many confirmed subscriptions to a notice have one choice. */
export interface SubscriberGroup {
	notice: string;
	leastClass: LeastClass;
	frequency: Frequency;
	count: number;
}

export const subscriberGroups = (tx: ReadTx): Promise<SubscriberGroup[]> =>
	tx
		.selectFrom('subscription')
		.innerJoin('subscriptionNotice', 'subscriptionNotice.subscriptionId', 'subscription.id')
		.select((eb) => ['notice', 'leastClass', 'frequency', eb.fn.countAll<number>().as('count')])
		.where('status', '=', 'CONFIRMED')
		.groupBy(['notice', 'leastClass', 'frequency'])
		.orderBy('notice')
		.orderBy('leastClass')
		.orderBy('frequency')
		.execute();

/** How many subscriptions stand so. */
export const countSubscriptions = async (tx: ReadTx, status: SubscriptionStatus): Promise<number> => {
	const { count } = await tx
		.selectFrom('subscription')
		.select((eb) => eb.fn.countAll<number>().as('count'))
		.where('status', '=', status)
		.executeTakeFirstOrThrow();
	return count;
};

/** How many subscriptions were confirmed, or ended after that, in each month of UTC, such as `2026-11`, the newest first. */
export const subscriptionsByMonth = async (
	tx: ReadTx,
	column: 'confirmedAt' | 'endedAt',
): Promise<Map<string, number>> => {
	const month = sql<string>`substr(${sql.ref(column)}, 1, 7)`;
	const rows = await tx
		.selectFrom('subscription')
		.select((eb) => [month.as('month'), eb.fn.countAll<number>().as('count')])
		.where('confirmedAt', 'is not', null)
		.where(column, 'is not', null)
		.groupBy(month)
		.execute();
	return new Map(rows.map(({ month, count }) => [month, count]));
};
