import type { Migration } from '../migrations.ts';

/** Which system a webhook belongs to, where it belongs to one. */
export const systemWebhooks: Migration = {
	name: '0012-system-webhooks',
	statements: ({ text }) => [`alter table webhook add column system ${text}`],
};
