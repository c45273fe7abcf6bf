import { addSeconds, type Instant } from '../../schema/time.ts';
import type { Claim } from './outbox.ts';
import type { WebhookDeliveryRow } from './tables.ts';
import { locksRows, type ReadTx, type WriteTx } from './transactions.ts';

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

/** The deliveries to a webhook, the newest first. */
export const deliveriesOf = (tx: ReadTx, webhookId: string, limit: number): Promise<WebhookDeliveryRow[]> =>
	tx
		.selectFrom('webhookDelivery')
		.selectAll()
		.where('webhookId', '=', webhookId)
		.orderBy('seq', 'desc')
		.limit(limit)
		.execute();

/** Queues a delivery once more, delivered or given up, with all its attempts; false where there is none that is over. */
export const replayDelivery = async (trx: WriteTx, id: string, now: Instant): Promise<boolean> => {
	const { numUpdatedRows } = await trx
		.updateTable('webhookDelivery')
		.set({ deliveredAt: null, failedAt: null, attempts: 0, dueAt: now, claimedUntil: null, claimedBy: null })
		.where('id', '=', id)
		.where((eb) => eb.or([eb('deliveredAt', 'is not', null), eb('failedAt', 'is not', null)]))
		.executeTakeFirstOrThrow();
	return numUpdatedRows === 1n;
};
