import type { Migration } from '../migrations.ts';

/** Answers to access requests, sealed, until they are destroyed. */
export const packages: Migration = {
	name: '0012-packages',
	statements: ({ text, integer, bytes, strict }) => [
		`create table package (
			id ${text} primary key,
			request_id ${text} not null references request (id),
			status ${text} not null,
			made_at ${text} not null,
			expires_at ${text} not null,
			downloads ${integer} not null,
			last_downloaded_at ${text},
			ended_at ${text},
			sealed ${bytes},
			key_wrapped ${bytes},
			key_id ${text},
			stream_version ${integer} not null
		)${strict}`,
		'create index package_request_id on package (request_id)',
	],
};
