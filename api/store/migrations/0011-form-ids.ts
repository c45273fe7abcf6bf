import type { Migration } from '../migrations.ts';

/** The answers to forms that may be sent again. */
export const formIds: Migration = {
	name: '0011-form-ids',
	statements: ({ text, bytes, strict }) => [
		`create table sent_form (
			key_hash ${text} primary key,
			input_hash ${text} not null,
			answer_sealed ${bytes} not null,
			sent_at ${text} not null
		)${strict}`,
		'create index sent_form_sent_at on sent_form (sent_at)',
	],
};
