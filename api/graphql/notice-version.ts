import type { Version } from '../../schema/notice/model.ts';
import { effectiveAt, predecessorOf, statusAt, successorOf, supersededAt } from '../../schema/notice/timeline.ts';
import { builder, open } from './builder.ts';
import { ChangeClassEnum, DirectionEnum, VersionStatusEnum } from './enums.ts';
import { editionIn, versionById, versionOf } from './lookup.ts';
import { localeArg, NoticeType, NoticeVersionType } from './refs.ts';

const splitId = (id: string) => id.split('/') as [string, string?];

const known = <T>(value: T | null): T => {
	if (value === null) throw new TypeError('a version that is not known was handed out');
	return value;
};

const addressOf = (publicUrl: string, version: Version) => `${publicUrl}/${version.notice}/${version.id}/`;

builder.node(NoticeVersionType, {
	id: {
		resolve: ({ version }) => `${version.notice}/${version.id}`,
		authScopes: open,
		description: 'Names this version in the whole API.',
	},
	description: 'One version of a notice: a text with its promises, and its place in time.',
	brandLoadedObjects: true,
	loadOne: (id, context) => versionById(context, splitId(id)[0], splitId(id)[1] ?? ''),
	fields: (t) => ({
		version: t.string({
			authScopes: open,
			description: "Its name: its effective date in the notice's zone, with `.2` for a correction on the same day.",
			resolve: ({ version }) => version.id,
		}),
		notice: t.field({
			type: NoticeType,
			authScopes: open,
			description: 'The notice that this is a version of.',
			resolve: ({ notice }) => notice,
		}),
		status: t.field({
			type: VersionStatusEnum,
			authScopes: open,
			description: 'Where it stands now.',
			resolve: ({ notice, version }, _, { now }) => known(statusAt(notice, version, now)),
		}),
		announcedAt: t.field({
			type: 'DateTime',
			authScopes: open,
			description: 'When it became known.',
			resolve: ({ version }) => version.announcedAt,
		}),
		publishedAt: t.field({
			type: 'DateTime',
			nullable: true,
			authScopes: open,
			description: 'When the ledger says it was first published; null while it is not in the ledger.',
			resolve: ({ version }) => version.publishedAt,
		}),
		effectiveAt: t.field({
			type: 'DateTime',
			authScopes: open,
			description: 'When it takes effect: its own date, or later where the promised notice had not run by then.',
			resolve: ({ notice, version }) => effectiveAt(notice, version),
		}),
		supersededAt: t.field({
			type: 'DateTime',
			nullable: true,
			authScopes: open,
			description: 'When it ceased, or is known to cease, to be in force.',
			resolve: ({ notice, version }, _, { now }) => supersededAt(notice, version, now),
		}),
		changeClass: t.field({
			type: ChangeClassEnum,
			authScopes: open,
			description: 'How much it changes.',
			resolve: ({ version }) => version.revision.class,
		}),
		direction: t.field({
			type: DirectionEnum,
			authScopes: open,
			description: "Whether the change is to the reader's good.",
			resolve: ({ version }) => version.revision.direction,
		}),
		title: t.string({
			authScopes: open,
			description: 'Its title.',
			args: { locale: t.arg.string(localeArg) },
			resolve: (parent, { locale }) => editionIn(parent, locale).title,
		}),
		summary: t.string({
			authScopes: open,
			description: 'What changed, in a sentence.',
			args: { locale: t.arg.string(localeArg) },
			resolve: (parent, { locale }) => editionIn(parent, locale).summary,
		}),
		sha256: t.string({
			authScopes: open,
			description: 'SHA-256 of the normalised text and front matter, in hexadecimal: the same as in the ledger.',
			args: { locale: t.arg.string(localeArg) },
			resolve: (parent, { locale }) => editionIn(parent, locale).sha256,
		}),
		url: t.string({
			authScopes: open,
			description: 'Its permanent address.',
			resolve: ({ version }, _, { publicUrl }) => addressOf(publicUrl, version),
		}),
		predecessor: t.field({
			type: NoticeVersionType,
			nullable: true,
			authScopes: open,
			description: 'The version that it revises; null for the first.',
			resolve: ({ notice, version }) => versionOf(notice, predecessorOf(notice, version)),
		}),
		successor: t.field({
			type: NoticeVersionType,
			nullable: true,
			authScopes: open,
			description: 'The version that revises it, if one is known.',
			resolve: ({ notice, version }, _, { now }) => versionOf(notice, successorOf(notice, version, now)),
		}),
	}),
});
