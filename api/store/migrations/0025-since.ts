import type { Migration } from '../migrations.ts';

/** Since when a request to know asks. */
export const since: Migration = {
	name: '0025-since',
	statements: ({ text }) => [`alter table request add column since_on ${text}`],
};
