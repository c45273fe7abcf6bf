import type { Migration } from '../migrations.ts';

/** Deliveries that were given up are counted and sent again without reading all that were delivered. */
export const deadDeliveries: Migration = {
	name: '0023-dead-deliveries',
	statements: () => [
		'create index webhook_delivery_failed on webhook_delivery (webhook_id, seq) where failed_at is not null',
	],
};
