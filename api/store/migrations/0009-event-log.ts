import type { Migration } from '../migrations.ts';

/** The chain over all events. */
export const eventLog: Migration = {
	name: '0009-event-log',
	statements: ({ text, integer, strict }) => [
		`create table sealed_event (
			position ${integer} primary key,
			seq ${integer} not null unique,
			hash ${text} not null
		)${strict}`,
	],
};
