import type { Instant } from '../../schema/time.ts';
import type { WebhookRow } from './tables.ts';
import type { ReadTx, WriteTx } from './transactions.ts';

export const insertWebhook = async (trx: WriteTx, row: WebhookRow): Promise<void> => {
	await trx.insertInto('webhook').values(row).execute();
};

/** Every webhook, the oldest first. */
export const listWebhooks = (tx: ReadTx): Promise<WebhookRow[]> =>
	tx.selectFrom('webhook').selectAll().orderBy('createdAt').orderBy('id').execute();

export const webhookById = (tx: ReadTx, id: string): Promise<WebhookRow | undefined> =>
	tx.selectFrom('webhook').selectAll().where('id', '=', id).executeTakeFirst();

/** Stops what goes to a webhook, or lets it go on; what waits stays queued. False where that changes nothing. */
export const switchWebhook = async (
	trx: WriteTx,
	id: string,
	to: Pick<WebhookRow, 'disabledAt' | 'disabledBy'>,
): Promise<boolean> => {
	const { numUpdatedRows } = await trx
		.updateTable('webhook')
		.set(to)
		.where('id', '=', id)
		.where('disabledAt', to.disabledAt ? 'is' : 'is not', null)
		.executeTakeFirstOrThrow();
	return numUpdatedRows === 1n;
};

/**
 * Queues an event for every webhook that is on and asked for its type, in the transaction that records it. One that belongs
 * to a system is told of that system only.
 */
export const queueDeliveries = async (
	trx: WriteTx,
	event: { seq: number; type: string; system?: string },
	{ now, newId }: { now: Instant; newId: () => string },
): Promise<void> => {
	const wanting = (await listWebhooks(trx)).filter(
		// `insertWebhook` is all that writes this column.
		({ events, disabledAt, system }) =>
			!disabledAt && (JSON.parse(events) as string[]).includes(event.type) && (system ?? event.system) === event.system,
	);
	for (const { id } of wanting) {
		await trx
			.insertInto('webhookDelivery')
			.values({ id: newId(), webhookId: id, seq: event.seq, dueAt: now, attempts: 0 })
			.onConflict((conflict) => conflict.columns(['webhookId', 'seq']).doNothing())
			.execute();
	}
};
