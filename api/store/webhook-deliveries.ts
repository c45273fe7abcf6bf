import type { ExpressionBuilder } from 'kysely';
import { addSeconds, type Instant } from '../../schema/time.ts';
import type { DeliveryState } from '../../schema/webhook.ts';
import type { Claim } from './outbox.ts';
import type { Database, WebhookDeliveryRow } from './tables.ts';
import { locksRows, type ReadTx, type WriteTx } from './transactions.ts';

type Expression = ExpressionBuilder<Database, 'webhookDelivery'>;

/** Takes deliveries to webhooks that are on and are due, for a time; each claim is an attempt. */
export const claimDeliveries = (trx: WriteTx, { by, now, leaseSeconds, limit }: Claim): Promise<WebhookDeliveryRow[]> =>
	trx
		.updateTable('webhookDelivery')
		.set((eb) => ({
			claimedUntil: addSeconds(now, leaseSeconds),
			claimedBy: by,
			attempts: eb('attempts', '+', 1),
		}))
		.where('id', 'in', (eb) =>
			eb
				.selectFrom('webhookDelivery')
				.select('id')
				.where('dueAt', '<=', now)
				.where('deliveredAt', 'is', null)
				.where('failedAt', 'is', null)
				.where((or) => or.or([or('claimedUntil', 'is', null), or('claimedUntil', '<=', now)]))
				.where('webhookId', 'in', (on) => on.selectFrom('webhook').select('id').where('disabledAt', 'is', null))
				.orderBy('dueAt')
				.orderBy('id')
				.limit(limit)
				.$if(locksRows(trx), (query) => query.forUpdate().skipLocked()),
		)
		.returningAll()
		.execute();

/** What became of an attempt. */
export type DeliverySettlement = { lastOutcome: string } & (
	| { deliveredAt: Instant }
	| { failedAt: Instant }
	| { dueAt: Instant }
);

/** Records what became of a claimed delivery; false where the claim has passed to somebody else. */
export const settleDelivery = async (
	trx: WriteTx,
	id: string,
	by: string,
	outcome: DeliverySettlement,
): Promise<boolean> => {
	const { numUpdatedRows } = await trx
		.updateTable('webhookDelivery')
		.set({ claimedUntil: null, claimedBy: null, ...outcome })
		.where('id', '=', id)
		.where('claimedBy', '=', by)
		.executeTakeFirstOrThrow();
	return numUpdatedRows === 1n;
};

/** Ends every claim at once, for the start of the only server there is. */
export const releaseDeliveries = async (trx: WriteTx): Promise<void> => {
	await trx
		.updateTable('webhookDelivery')
		.set({ claimedUntil: null, claimedBy: null })
		.where('claimedBy', 'is not', null)
		.execute();
};

export interface DeliveryPage {
	webhookId: string;
	limit: number;
	/** Only those before the delivery of this event. */
	before?: number | undefined;
	state?: DeliveryState | undefined;
}

const inState = {
	WAITING: (eb: Expression) => eb.and([eb('deliveredAt', 'is', null), eb('failedAt', 'is', null)]),
	DELIVERED: (eb: Expression) => eb('deliveredAt', 'is not', null),
	FAILED: (eb: Expression) => eb('failedAt', 'is not', null),
};

/** The deliveries to a webhook, the newest first. */
export const deliveriesOf = (
	tx: ReadTx,
	{ webhookId, limit, before, state }: DeliveryPage,
): Promise<WebhookDeliveryRow[]> => {
	let query = tx.selectFrom('webhookDelivery').selectAll().where('webhookId', '=', webhookId);
	if (before !== undefined) query = query.where('seq', '<', before);
	if (state) query = query.where(inState[state]);
	return query.orderBy('seq', 'desc').limit(limit).execute();
};

export const deliveryById = (tx: ReadTx, id: string): Promise<WebhookDeliveryRow | undefined> =>
	tx.selectFrom('webhookDelivery').selectAll().where('id', '=', id).executeTakeFirst();

/** How many deliveries to a webhook wait, and were given up. */
export interface CountedDeliveries {
	waiting: number;
	failed: number;
}

export const countDeliveries = async (tx: ReadTx, webhookId: string): Promise<CountedDeliveries> => {
	const count = async (state: DeliveryState) => {
		const { count } = await tx
			.selectFrom('webhookDelivery')
			.select((eb) => eb.fn.countAll<number>().as('count'))
			.where('webhookId', '=', webhookId)
			.where(inState[state])
			.executeTakeFirstOrThrow();
		return count;
	};
	return { waiting: await count('WAITING'), failed: await count('FAILED') };
};

const anew = (now: Instant) => ({
	deliveredAt: null,
	failedAt: null,
	attempts: 0,
	dueAt: now,
	claimedUntil: null,
	claimedBy: null,
});

/** Queues a delivery once more, delivered or given up, with all its attempts, and answers its webhook; null where there is none that is over. */
export const replayDelivery = async (trx: WriteTx, id: string, now: Instant): Promise<string | null> => {
	const row = await trx
		.updateTable('webhookDelivery')
		.set(anew(now))
		.where('id', '=', id)
		.where((eb) => eb.or([eb('deliveredAt', 'is not', null), eb('failedAt', 'is not', null)]))
		.returning('webhookId')
		.executeTakeFirst();
	return row?.webhookId ?? null;
};

/** Queues everything once more that was given up for a webhook; answers how many that are. */
export const replayFailed = async (trx: WriteTx, webhookId: string, now: Instant): Promise<number> => {
	const { numUpdatedRows } = await trx
		.updateTable('webhookDelivery')
		.set(anew(now))
		.where('webhookId', '=', webhookId)
		.where('failedAt', 'is not', null)
		.executeTakeFirstOrThrow();
	return Number(numUpdatedRows);
};
