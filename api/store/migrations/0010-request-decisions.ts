import type { Migration } from '../migrations.ts';

/** What has been shown of who asks, what was asked of them, and how a request was decided. */
export const requestDecisions: Migration = {
	name: '0010-request-decisions',
	statements: ({ text }) => [
		`alter table request add column proofs ${text} not null default '[]'`,
		`alter table request add column treated_as ${text}`,
		`alter table request add column question ${text}`,
		`alter table request add column fee ${text}`,
		`alter table request add column outcome ${text}`,
		`alter table request add column ground ${text}`,
		`alter table request add column ground_cite ${text}`,
		`alter table request add column denials ${text} not null default '[]'`,
		`alter table request add column contested ${text} not null default '[]'`,
		`alter table request add column reopened_at ${text}`,
		'update request set proofs = \'["IDENTITY"]\' where verified_at is not null',
		"update request set outcome = 'GRANTED' where status = 'ANSWERED'",
		"update request set outcome = 'DENIED' where reason = 'DENIED'",
	],
};
