import type { Migration } from '../migrations.ts';

/** When a subscriber's address goes. */
export const subscriptions: Migration = {
	name: '0002-subscriptions',
	statements: ({ text }) => [
		`alter table subscription add column erased_at ${text}`,
		// What ended before there was an erasure is looked at by the clock at once.
		`insert into timer (kind, stream_id, due_at)
			select 'subscription', id, ended_at from subscription where ended_at is not null`,
	],
};
