import type { Migration } from '../migrations.ts';

/** What a subscriber chose and was told, and when the address goes. */
export const subscriptions: Migration = {
	name: '0002-subscriptions',
	statements: ({ text, strict }) => [
		`alter table subscription add column least_class ${text} not null default 'substantive'`,
		`alter table subscription add column frequency ${text} not null default 'IMMEDIATE'`,
		`alter table subscription add column erased_at ${text}`,
		// What ended before there was an erasure is looked at by the clock at once.
		`insert into timer (kind, stream_id, due_at)
			select 'subscription', id, ended_at from subscription where ended_at is not null`,

		`create table told (
			subscription_id ${text} not null references subscription (id),
			notice ${text} not null,
			version ${text} not null,
			event ${text} not null,
			digest_at ${text},
			primary key (subscription_id, notice, version, event)
		)${strict}`,
		'create index told_version on told (notice, version, event, subscription_id)',
	],
};
