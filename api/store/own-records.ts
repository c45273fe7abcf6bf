import type { ReadTx } from './transactions.ts';

/** Everything that the store holds under one address, by kind, the oldest first. */
export type OwnRecords = Awaited<ReturnType<typeof recordsOf>>;

const underAddress = (tx: ReadTx, emailIndex: string) =>
	tx.selectFrom('personal').where('personal.emailIndex', '=', emailIndex);

const receiptsUnder = (tx: ReadTx, emailIndex: string) =>
	underAddress(tx, emailIndex).innerJoin('receipt', 'receipt.personalId', 'personal.id');

const subscriptionsUnder = async (tx: ReadTx, emailIndex: string) => {
	const under = underAddress(tx, emailIndex).innerJoin('subscription', 'subscription.personalId', 'personal.id');
	const named = await under
		.innerJoin('subscriptionNotice', 'subscriptionNotice.subscriptionId', 'subscription.id')
		.selectAll('subscriptionNotice')
		.orderBy('notice')
		.execute();
	const notices = Map.groupBy(named, ({ subscriptionId }) => subscriptionId);
	const rows = await under.selectAll('subscription').orderBy('requestedAt').execute();
	return rows.map((row) => ({ ...row, notices: (notices.get(row.id) ?? []).map(({ notice }) => notice) }));
};

/** What the store holds of the person with an address, by its index. */
export const recordsOf = async (tx: ReadTx, emailIndex: string) => ({
	subscription: await subscriptionsUnder(tx, emailIndex),
	audience: await tx.selectFrom('addressee').selectAll().where('emailIndex', '=', emailIndex).orderBy('id').execute(),
	objection: await receiptsUnder(tx, emailIndex)
		.innerJoin('objection', 'objection.receiptId', 'receipt.id')
		.selectAll('objection')
		.select('personal.id as personalId')
		.orderBy('objection.receivedAt')
		.execute(),
	request: await receiptsUnder(tx, emailIndex)
		.innerJoin('request', 'request.receiptId', 'receipt.id')
		.selectAll('request')
		.select('personal.id as personalId')
		.orderBy('request.receivedAt')
		.execute(),
	choice: await tx
		.selectFrom('preference')
		.selectAll()
		.where('kind', '=', 'PERSON')
		.where('key', '=', emailIndex)
		.execute(),
});
