import type { Migration } from '../migrations.ts';

/** The zone in which the dates of a request are read, where its law leaves that to the notice. */
export const requestZone: Migration = {
	name: '0010-request-zone',
	statements: ({ text }) => [`alter table request add column zone ${text} not null default 'America/Los_Angeles'`],
};
