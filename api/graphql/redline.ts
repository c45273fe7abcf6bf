import type { Redline, Span } from '../../schema/notice/model.ts';
import { redline } from '../../schema/notice/redline.ts';
import { predecessorOf } from '../../schema/notice/timeline.ts';
import { builder, open } from './builder.ts';
import { RedlineOpEnum } from './enums.ts';
import { editionIn, type VersionOf, versionById, versionOf } from './lookup.ts';
import { localeArg, NoticeVersionType } from './refs.ts';

interface RedlineOf {
	from: VersionOf;
	to: VersionOf;
	redline: Redline;
}

const RedlineSpanType = builder.objectRef<Span>('RedlineSpan').implement({
	description: 'A run of text that both versions have, or only one of them.',
	fields: (t) => ({
		op: t.expose('op', { type: RedlineOpEnum, authScopes: open, description: 'Which of them has it.' }),
		text: t.exposeString('text', { authScopes: open, description: 'The text.' }),
	}),
});

const RedlineType = builder.objectRef<RedlineOf>('Redline').implement({
	description: 'What changed between two versions, to the letter.',
	fields: (t) => ({
		from: t.expose('from', { type: NoticeVersionType, authScopes: open, description: 'The old one.' }),
		to: t.expose('to', { type: NoticeVersionType, authScopes: open, description: 'The new one.' }),
		data: t.stringList({
			authScopes: open,
			description: 'Changes of the data, in words.',
			resolve: ({ redline: { data } }) => data.map(({ line }) => line),
		}),
		spans: t.field({
			type: [RedlineSpanType],
			authScopes: open,
			description: 'EQUAL and DELETE together are the old text, EQUAL and INSERT the new one.',
			resolve: ({ redline: { spans } }) => spans,
		}),
	}),
});

const sideOf = (it: VersionOf, locale: string | null | undefined) => ({
	...editionIn(it, locale),
	id: it.version.id,
	notice: it.notice.slug,
});

const compare = (from: VersionOf, to: VersionOf, locale: string | null | undefined): RedlineOf => ({
	from,
	to,
	redline: redline(sideOf(from, locale), sideOf(to, locale)),
});

builder.objectField(NoticeVersionType, 'redline', (t) =>
	t.field({
		type: RedlineType,
		nullable: true,
		authScopes: open,
		description: 'What changed from another version, or from the one that this one revises; null where there is none.',
		args: {
			from: t.arg.string({ required: false, description: 'The version to compare with.' }),
			locale: t.arg.string(localeArg),
		},
		// Comparing costs some milliseconds: forty in one question are enough.
		complexity: 500,
		resolve: (to, { from, locale }, context) => {
			const other = from
				? versionById(context, to.notice.slug, from)
				: versionOf(to.notice, predecessorOf(to.notice, to.version));
			return other && compare(other, to, locale);
		},
	}),
);
