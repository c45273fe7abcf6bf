import { StreamConflict } from './errors.ts';
import type { SubscriptionRow } from './tables.ts';
import type { ReadTx, WriteTx } from './transactions.ts';

export const insertSubscription = async (
	trx: WriteTx,
	row: SubscriptionRow,
	notices: readonly string[],
): Promise<void> => {
	await trx.insertInto('subscription').values(row).execute();
	if (notices.length === 0) return;
	await trx
		.insertInto('subscriptionNotice')
		.values(notices.map((notice) => ({ subscriptionId: row.id, notice })))
		.execute();
};

/** Puts a subscription's row in place of the one that stood at version `expected`; throws StreamConflict where it stands no more. */
export const updateSubscription = async (trx: WriteTx, row: SubscriptionRow, expected: number): Promise<void> => {
	const { numUpdatedRows } = await trx
		.updateTable('subscription')
		.set(row)
		.where('id', '=', row.id)
		.where('streamVersion', '=', expected)
		.executeTakeFirstOrThrow();
	if (numUpdatedRows !== 1n) throw new StreamConflict(`subscription is not at version ${expected}`);
};

export const subscriptionById = (tx: ReadTx, id: string): Promise<SubscriptionRow | undefined> =>
	tx.selectFrom('subscription').selectAll().where('id', '=', id).executeTakeFirst();

/** An address' subscriptions that have not ended, the oldest first. */
export const openSubscriptionsByEmail = (tx: ReadTx, emailIndex: string): Promise<SubscriptionRow[]> =>
	tx
		.selectFrom('subscription')
		.innerJoin('personal', 'personal.id', 'subscription.personalId')
		.selectAll('subscription')
		.where('personal.emailIndex', '=', emailIndex)
		.where('subscription.status', '!=', 'ENDED')
		.orderBy('subscription.requestedAt')
		.orderBy('subscription.id')
		.execute();
