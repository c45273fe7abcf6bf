import type { Migration } from '../migrations.ts';

/** People of staff, the links that they ask for to sign in, and the sessions that these begin. */
export const staff: Migration = {
	name: '0013-staff',
	statements: ({ text, strict }) => [
		`create table staff (
			id ${text} primary key,
			personal_id ${text} not null references personal (id),
			key_index ${text} unique,
			role ${text} not null,
			added_at ${text} not null,
			removed_at ${text}
		)${strict}`,
		`create table sign_in (
			id ${text} primary key references personal (id),
			browser_hash ${text} not null,
			locale ${text} not null,
			expires_at ${text} not null,
			staff_id ${text} references staff (id)
		)${strict}`,
		`create table session (
			id ${text} primary key,
			hash ${text} not null unique,
			staff_id ${text} not null references staff (id),
			signed_in_at ${text} not null,
			seen_at ${text} not null,
			ended_at ${text}
		)${strict}`,
		'create index session_staff_id on session (staff_id)',
	],
};
