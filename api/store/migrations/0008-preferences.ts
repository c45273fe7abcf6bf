import type { Migration } from '../migrations.ts';

/** The standing choices of browsers and of people. */
export const preferences: Migration = {
	name: '0008-preferences',
	statements: ({ text, integer, strict }) => [
		`create table preference (
			id ${text} primary key,
			kind ${text} not null,
			key ${text} not null,
			opted_out_at ${text},
			limited_at ${text},
			signal_first_seen_at ${text},
			signal_last_seen_on ${text},
			stream_version ${integer} not null,
			unique (kind, key)
		)${strict}`,
	],
};
