import type { Migration } from '../migrations.ts';

/** Programs that are told of the events of versions, and what they are told. */
export const webhooks: Migration = {
	name: '0003-webhooks',
	statements: ({ text, integer, bytes, strict }) => [
		`create table webhook (
			id ${text} primary key,
			url ${text} not null,
			events ${text} not null,
			secret_sealed ${bytes} not null,
			created_at ${text} not null,
			disabled_at ${text},
			disabled_by ${text}
		)${strict}`,

		`create table webhook_delivery (
			id ${text} primary key,
			webhook_id ${text} not null references webhook (id),
			seq ${integer} not null,
			due_at ${text} not null,
			attempts ${integer} not null,
			claimed_until ${text},
			claimed_by ${text},
			delivered_at ${text},
			failed_at ${text},
			last_outcome ${text},
			unique (webhook_id, seq)
		)${strict}`,
		`create index webhook_delivery_due on webhook_delivery (due_at, id)
			where delivered_at is null and failed_at is null`,
	],
};
