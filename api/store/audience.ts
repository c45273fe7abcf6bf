import type { Instant } from '../../schema/time.ts';
import type { SubscriptionRow, ToldRow } from './tables.ts';
import type { ReadTx, WriteTx } from './transactions.ts';

/** A part of an audience: those after an id, in order. */
export interface Page {
	after: string;
	limit: number;
}

export type Listener = Pick<SubscriptionRow, 'id' | 'leastClass' | 'frequency'>;

/**
 * Who has asked to hear of a notice by an instant, each address once: of several subscriptions of one address, the one
 * confirmed last by then says what its owner wants.
 */
export const subscribersOf = (tx: ReadTx, notice: string, at: Instant, { after, limit }: Page): Promise<Listener[]> =>
	tx
		.selectFrom('subscription')
		.innerJoin('subscriptionNotice', 'subscriptionNotice.subscriptionId', 'subscription.id')
		.innerJoin('personal', 'personal.id', 'subscription.personalId')
		.select(['subscription.id', 'subscription.leastClass', 'subscription.frequency'])
		.where('subscriptionNotice.notice', '=', notice)
		.where('subscription.status', '=', 'CONFIRMED')
		.where('subscription.confirmedAt', '<=', at)
		.where('subscription.id', '>', after)
		.where(({ not, exists, selectFrom }) =>
			not(
				exists(
					selectFrom('personal as same')
						.innerJoin('subscription as other', 'other.personalId', 'same.id')
						.innerJoin('subscriptionNotice as too', 'too.subscriptionId', 'other.id')
						.select('other.id')
						.whereRef('same.emailIndex', '=', 'personal.emailIndex')
						.where('too.notice', '=', notice)
						.where('other.status', '=', 'CONFIRMED')
						.where('other.confirmedAt', '<=', at)
						.where(({ or, and, eb, ref }) =>
							or([
								eb('other.confirmedAt', '>', ref('subscription.confirmedAt')),
								and([
									eb('other.confirmedAt', '=', ref('subscription.confirmedAt')),
									eb('other.id', '>', ref('subscription.id')),
								]),
							]),
						),
				),
			),
		)
		.orderBy('subscription.id')
		.limit(limit)
		.execute();

/** Who has been told of an event of a version by now and is still subscribed. */
export const toldOf = (
	tx: ReadTx,
	of: Pick<ToldRow, 'notice' | 'version' | 'event'>,
	now: Instant,
	{ after, limit }: Page,
): Promise<Listener[]> =>
	tx
		.selectFrom('told')
		.innerJoin('subscription', 'subscription.id', 'told.subscriptionId')
		.select(['subscription.id', 'subscription.leastClass', 'subscription.frequency'])
		.where('told.notice', '=', of.notice)
		.where('told.version', '=', of.version)
		.where('told.event', '=', of.event)
		.where((eb) => eb.or([eb('told.digestAt', 'is', null), eb('told.digestAt', '<=', now)]))
		.where('subscription.status', '=', 'CONFIRMED')
		.where('subscription.id', '>', after)
		.orderBy('subscription.id')
		.limit(limit)
		.execute();

/** Whether the owner of an address has asked by an instant to hear of a notice. */
export const confirmedToNotice = async (
	tx: ReadTx,
	emailIndex: string,
	notice: string,
	at: Instant,
): Promise<boolean> => {
	const row = await tx
		.selectFrom('subscription')
		.innerJoin('personal', 'personal.id', 'subscription.personalId')
		.innerJoin('subscriptionNotice', 'subscriptionNotice.subscriptionId', 'subscription.id')
		.select('subscription.id')
		.where('personal.emailIndex', '=', emailIndex)
		.where('subscriptionNotice.notice', '=', notice)
		.where('subscription.status', '=', 'CONFIRMED')
		.where('subscription.confirmedAt', '<=', at)
		.executeTakeFirst();
	return row !== undefined;
};

/** Notes that a subscriber is told; false where that was noted before. */
export const noteTold = async (trx: WriteTx, row: ToldRow): Promise<boolean> => {
	const { numInsertedOrUpdatedRows } = await trx
		.insertInto('told')
		.values(row)
		.onConflict((conflict) => conflict.columns(['subscriptionId', 'notice', 'version', 'event']).doNothing())
		.executeTakeFirstOrThrow();
	return numInsertedOrUpdatedRows === 1n;
};

/** What the digest of an instant tells a subscriber, by notice and version. */
export const digestOf = (tx: ReadTx, subscriptionId: string, digestAt: Instant): Promise<ToldRow[]> =>
	tx
		.selectFrom('told')
		.selectAll()
		.where('subscriptionId', '=', subscriptionId)
		.where('digestAt', '=', digestAt)
		.orderBy('notice')
		.orderBy('version')
		.orderBy('event')
		.execute();
