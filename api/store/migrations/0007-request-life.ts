import type { Migration } from '../migrations.ts';

/** Who asked for a right and in what manner, and under which law, and why its answer was put off. */
export const requestLife: Migration = {
	name: '0007-request-life',
	statements: ({ text }) => [
		`alter table request add column requester ${text} not null default 'SELF'`,
		`alter table request add column manner ${text} not null default 'FORM'`,
		`alter table request add column regime ${text} not null default 'california'`,
		`alter table request add column extended_on ${text}`,
		`alter table request add column extension_reason ${text}`,
	],
};
