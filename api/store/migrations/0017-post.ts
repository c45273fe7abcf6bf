import type { Migration } from '../migrations.ts';

/** Letters that are printed for the post, and whom they are for. */
export const post: Migration = {
	name: '0017-post',
	statements: ({ text, integer }) => [
		`alter table request add column by_post ${integer} not null default 0`,
		`alter table outbox add column channel ${text} not null default 'MAIL'`,
	],
};
