import type { Migration } from '../migrations.ts';

/** Holds on what would be erased, and a first look at everything that had ended before there was a schedule. */
export const retention: Migration = {
	name: '0009-retention',
	statements: ({ text, strict }) => [
		`create table legal_hold (
			id ${text} primary key,
			receipt_id ${text} not null references receipt (id),
			reason ${text} not null,
			placed_by ${text} not null,
			placed_at ${text} not null,
			ends_at ${text} not null,
			lifted_at ${text}
		)${strict}`,
		'create index legal_hold_receipt_id on legal_hold (receipt_id)',
		`insert into timer (kind, stream_id, due_at)
			select 'retention', receipt_id, max(ended_at) from request where ended_at is not null group by receipt_id`,
		`insert into timer (kind, stream_id, due_at)
			select 'retention', receipt_id, ended_at from objection where ended_at is not null`,
	],
};
