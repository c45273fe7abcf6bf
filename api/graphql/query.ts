import { builder, open } from './builder.ts';
import { knownNotices, noticeBySlug, versionById } from './lookup.ts';
import { NoticeType, NoticeVersionType } from './refs.ts';

builder.queryType({
	description: 'Everything that can be asked. What is not yet announced is answered like what does not exist.',
	fields: (t) => ({
		notices: t.field({
			type: [NoticeType],
			authScopes: open,
			description: 'Every notice.',
			resolve: (_, __, context) => knownNotices(context),
		}),
		notice: t.field({
			type: NoticeType,
			nullable: true,
			authScopes: open,
			description: 'The notice with a name.',
			args: { slug: t.arg.string({ description: 'Its name, such as `california`.' }) },
			resolve: (_, { slug }, context) => noticeBySlug(context, slug),
		}),
		noticeVersion: t.field({
			type: NoticeVersionType,
			nullable: true,
			authScopes: open,
			description: 'A version of a notice.',
			args: {
				notice: t.arg.string({ description: "The notice's name." }),
				version: t.arg.string({ description: "The version's name, such as `2027-03-01`." }),
			},
			resolve: (_, { notice, version }, context) => versionById(context, notice, version),
		}),
	}),
});
