import type { Migration } from '../migrations.ts';

/** How many corrections one request asks for. */
export const corrections: Migration = {
	name: '0018-corrections',
	statements: ({ integer }) => [`alter table request add column item_count ${integer}`],
};
