import type { Migration } from '../migrations.ts';

/** What staff decides of an objection. */
export const objections: Migration = {
	name: '0006-objections',
	statements: ({ text }) => [
		`alter table objection add column decided_at ${text}`,
		`alter table objection add column decision ${text}`,
	],
};
