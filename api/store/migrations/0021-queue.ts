import type { Migration } from '../migrations.ts';

/** Finds what is open, late or of one state by the date it is due, and counts what ended in a week. */
export const queue: Migration = {
	name: '0021-queue',
	statements: () => [
		'create index request_due on request (due_on, id)',
		'create index request_open_due on request (due_on, id) where ended_at is null',
		'create index request_open_received on request (received_at, id) where ended_at is null',
		'create index request_status_due on request (status, due_on, id)',
		'create index request_ended_at on request (ended_at) where ended_at is not null',
	],
};
