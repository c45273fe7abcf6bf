import type { Migration } from '../migrations.ts';

/** Everything that requests, objections, subscriptions and their letters need. */
export const first: Migration = {
	name: '0001-first',
	statements: ({ text, integer, bytes, sequence, strict }) => [
		`create table setting (name ${text} primary key, value ${text} not null)${strict}`,

		`create table event (
			seq ${sequence},
			stream_kind ${text} not null,
			stream_id ${text} not null,
			stream_version ${integer} not null check (stream_version >= 1),
			type ${text} not null,
			at ${text} not null,
			data ${text} not null,
			unique (stream_kind, stream_id, stream_version)
		)${strict}`,

		`create table personal (
			id ${text} primary key,
			email_index ${text},
			version ${integer} not null,
			sealed ${bytes},
			key_wrapped ${bytes},
			key_id ${text},
			created_at ${text} not null,
			erased_at ${text},
			check (erased_at is null or (sealed is null and key_wrapped is null and email_index is null))
		)${strict}`,
		'create index personal_email_index on personal (email_index) where email_index is not null',

		`create table receipt (
			id ${text} primary key,
			kind ${text} not null,
			code_hash ${text} not null unique,
			personal_id ${text} references personal (id),
			notice ${text} not null,
			version ${text} not null,
			locale ${text} not null,
			received_at ${text} not null
		)${strict}`,
		'create index receipt_personal_id on receipt (personal_id) where personal_id is not null',

		`create table request (
			id ${text} primary key,
			receipt_id ${text} not null references receipt (id),
			"right" ${text} not null,
			population ${text} not null,
			status ${text} not null,
			notice ${text} not null,
			version ${text} not null,
			received_at ${text} not null,
			received_on ${text} not null,
			due_on ${text} not null,
			due_cite ${text} not null,
			has_address ${integer} not null check (has_address in (0, 1)),
			confirm_by ${text},
			access_limit_count ${integer},
			access_limit_months ${integer},
			confirmed_at ${text},
			verified_at ${text},
			answered_at ${text},
			ended_at ${text},
			reason ${text},
			next_on ${text},
			stream_version ${integer} not null,
			unique (receipt_id, "right")
		)${strict}`,
		'create index request_received_at on request (received_at, id)',
		'create index request_status on request (status, received_at, id)',

		`create table objection (
			id ${text} primary key,
			receipt_id ${text} not null unique references receipt (id),
			notice ${text} not null,
			version ${text} not null,
			status ${text} not null,
			received_at ${text} not null,
			confirm_by ${text} not null,
			counted_at ${text},
			ended_at ${text},
			stream_version ${integer} not null
		)${strict}`,
		'create index objection_version on objection (notice, version, status)',

		`create table subscription (
			id ${text} primary key,
			personal_id ${text} not null references personal (id),
			status ${text} not null,
			locale ${text} not null,
			requested_at ${text} not null,
			confirm_by ${text} not null,
			confirmed_at ${text},
			ended_at ${text},
			stream_version ${integer} not null
		)${strict}`,
		'create index subscription_personal_id on subscription (personal_id)',
		`create table subscription_notice (
			subscription_id ${text} not null references subscription (id),
			notice ${text} not null,
			primary key (subscription_id, notice)
		)${strict}`,
		'create index subscription_notice_notice on subscription_notice (notice, subscription_id)',

		`create table token (
			hash ${text} primary key,
			purpose ${text} not null,
			subject_id ${text} not null,
			expires_at ${text} not null,
			used_at ${text}
		)${strict}`,
		'create index token_subject_id on token (subject_id)',

		`create table outbox (
			id ${text} primary key,
			kind ${text} not null,
			subject_kind ${text} not null,
			subject_id ${text} not null,
			extra ${text} not null,
			dedupe_key ${text} not null unique,
			created_at ${text} not null,
			priority ${integer} not null,
			due_at ${text} not null,
			attempts ${integer} not null,
			claimed_until ${text},
			claimed_by ${text},
			sent_at ${text},
			failed_at ${text},
			dropped_at ${text},
			last_error ${text}
		)${strict}`,
		'create index outbox_due on outbox (priority, due_at, id) where sent_at is null and failed_at is null and dropped_at is null',

		`create table api_key (
			id ${text} primary key,
			name ${text} not null,
			prefix ${text} not null,
			hash ${text} not null unique,
			scopes ${text} not null,
			created_at ${text} not null,
			expires_at ${text} not null,
			last_used_at ${text},
			revoked_at ${text}
		)${strict}`,

		`create table rate (key ${text} primary key, tat ${integer} not null)${strict}`,

		`create table timer (
			kind ${text} not null,
			stream_id ${text} not null,
			due_at ${text} not null,
			primary key (kind, stream_id)
		)${strict}`,
		'create index timer_due on timer (due_at, kind, stream_id)',
	],
};
