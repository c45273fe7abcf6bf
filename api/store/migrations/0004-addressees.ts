import type { Migration } from '../migrations.ts';

/** People whom an organisation hands over to be told of one change. */
export const addressees: Migration = {
	name: '0004-addressees',
	statements: ({ text, strict }) => [
		`create table addressee (
			id ${text} primary key,
			notice ${text} not null,
			version ${text} not null,
			personal_id ${text} not null references personal (id),
			email_index ${text} not null,
			locale ${text} not null,
			told_at ${text},
			unique (notice, version, email_index)
		)${strict}`,
		'create index addressee_version on addressee (notice, version, id)',
	],
};
