import { resolveArrayConnection } from '@pothos/plugin-relay';
import { timelineAt, versionAt } from '../../schema/notice/timeline.ts';
import { builder, open, pageLimit } from './builder.ts';
import { noticeBySlug, titleIn, versionOf } from './lookup.ts';
import { localeArg, NoticeType, NoticeVersionType } from './refs.ts';

builder.node(NoticeType, {
	id: { resolve: (notice) => notice.slug, authScopes: open, description: 'Names this notice in the whole API.' },
	description: 'A notice, with every version of it that is known.',
	brandLoadedObjects: true,
	loadOne: (slug, context) => noticeBySlug(context, slug),
	fields: (t) => ({
		slug: t.exposeString('slug', { authScopes: open, description: 'Its name in addresses, such as `california`.' }),
		title: t.string({
			authScopes: open,
			description: 'Its title, in the controlling language where there is none in the one asked for.',
			args: { locale: t.arg.string(localeArg) },
			resolve: (notice, { locale }) => titleIn(notice, locale),
		}),
		zone: t.exposeString('zone', { authScopes: open, description: 'The IANA time zone in which its dates are read.' }),
		locales: t.exposeStringList('locales', {
			authScopes: open,
			description: 'The languages it is published in; the first one controls.',
		}),
		current: t.field({
			type: NoticeVersionType,
			nullable: true,
			authScopes: open,
			description: 'The version in force; null before the first.',
			resolve: (notice, _, { now }) => versionOf(notice, timelineAt(notice, now).current),
		}),
		announced: t.field({
			type: [NoticeVersionType],
			authScopes: open,
			description: 'Versions announced and not yet in force, earliest first.',
			resolve: (notice, _, { now }) => timelineAt(notice, now).announced.map((version) => ({ notice, version })),
		}),
		versionAt: t.field({
			type: NoticeVersionType,
			nullable: true,
			authScopes: open,
			description: 'The version that governs at an instant, as far as is known now; null before the first.',
			args: { instant: t.arg({ type: 'DateTime', description: 'The instant asked about.' }) },
			resolve: (notice, { instant }, { now }) => versionOf(notice, versionAt(notice, instant, now)),
		}),
		versions: t.connection(
			{
				type: NoticeVersionType,
				authScopes: open,
				description: `Every known version, newest first; at most ${pageLimit} on a page.`,
				complexity: ({ first, last }) => ({ field: 1, multiplier: Math.min(first ?? last ?? 20, pageLimit) }),
				resolve: (notice, args, { now }) =>
					resolveArrayConnection(
						{ args, maxSize: pageLimit },
						timelineAt(notice, now)
							.visible.toReversed()
							.map((version) => ({ notice, version })),
					),
			},
			{ name: 'NoticeVersionConnection', description: 'A page of versions.' },
			{ name: 'NoticeVersionEdge', description: 'A version and where it stands in the list.' },
		),
	}),
});
