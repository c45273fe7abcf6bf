import { type ResolveCursorConnectionArgs, resolveCursorConnection } from '@pothos/plugin-relay';
import type { ApiContext } from '../context.ts';
import { lastVersionEvent, type VersionEvent, versionEventsAfter } from '../service/version-events.ts';
import { builder, open, pageLimit } from './builder.ts';
import { VersionEventTypeEnum } from './enums.ts';
import { follow } from './follow.ts';
import { versionById } from './lookup.ts';
import { forwardsOnly } from './receipt-cursor.ts';
import { NoticeVersionType } from './refs.ts';
import { seqOf } from './seq-cursor.ts';

const NoticeEventType = builder.objectRef<VersionEvent>('NoticeEvent').implement({
	description: 'Something that happened to a version: nothing is ever taken out or put in between.',
	fields: (t) => ({
		cursor: t.string({
			authScopes: open,
			description: 'Where it stands: give it as `after` to get what follows.',
			resolve: ({ seq }) => String(seq),
		}),
		type: t.expose('type', { type: VersionEventTypeEnum, authScopes: open, description: 'What happened.' }),
		at: t.expose('at', { type: 'DateTime', authScopes: open, description: 'When it happened.' }),
		version: t.field({
			type: NoticeVersionType,
			nullable: true,
			authScopes: open,
			description: 'The version as it stands now; null where the content no longer has it.',
			resolve: ({ notice, version }, _, context) => versionById(context, notice, version),
		}),
	}),
});

const followVersions = (context: ApiContext, after: number) => {
	let seq = after;
	return follow(context, {
		bell: context.bell,
		next: async () => {
			const events = await versionEventsAfter(context.store, seq, pageLimit);
			seq = events.at(-1)?.seq ?? seq;
			return events;
		},
	});
};

const afterArg = 'The cursor of the last event that is known; the first one after it comes next.';

builder.subscriptionType({
	description: 'What can be followed: by POST, answered as server-sent events.',
	fields: (t) => ({
		noticeEvents: t.field({
			type: NoticeEventType,
			authScopes: open,
			description: 'Each event of each version, as it happens. With a cursor nothing is missed in between.',
			args: { after: t.arg.string({ required: false, description: `${afterArg} Without it, what is still to come.` }) },
			subscribe: async (_, { after }, context) =>
				followVersions(context, seqOf(after) ?? (await lastVersionEvent(context.store))),
			resolve: (event) => event,
		}),
	}),
});

builder.queryField('events', (t) =>
	t.connection(
		{
			type: NoticeEventType,
			authScopes: open,
			description: `The events of all versions in the order in which they were recorded, for those who ask from time to time; at most ${pageLimit} on a page, forwards only.`,
			complexity: ({ first }) => ({ field: 1, multiplier: Math.min(first ?? 20, pageLimit) }),
			resolve: (_, args, context) => {
				forwardsOnly(args);
				return resolveCursorConnection(
					{ args, maxSize: pageLimit, toCursor: ({ seq }: VersionEvent) => String(seq) },
					({ limit, after }: ResolveCursorConnectionArgs) =>
						versionEventsAfter(context.store, seqOf(after) ?? 0, limit),
				);
			},
		},
		{ name: 'NoticeEventConnection', description: 'A page of events.' },
		{ name: 'NoticeEventEdge', description: 'An event and where it stands.' },
	),
);
