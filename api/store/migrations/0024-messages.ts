import type { Migration } from '../migrations.ts';

/** Messages about a request: when the person last wrote, and the files that they sent. */
export const messages: Migration = {
	name: '0024-messages',
	statements: ({ text, bytes, strict }) => [
		`alter table request add column replied_at ${text}`,
		`create table upload (
			id ${text} primary key,
			request_id ${text} not null references request (id),
			sealed ${bytes} not null
		)${strict}`,
		'create index upload_request on upload (request_id)',
	],
};
