import { type ResolveCursorConnectionArgs, resolveCursorConnection } from '@pothos/plugin-relay';
import { GraphQLError } from 'graphql';
import { Repeater } from 'graphql-yoga';
import type { ApiContext } from '../context.ts';
import { networkOf } from '../service/limits.ts';
import { lastVersionEvent, type VersionEvent, versionEventsAfter } from '../service/version-events.ts';
import { builder, open, pageLimit } from './builder.ts';
import { VersionEventTypeEnum } from './enums.ts';
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

const tooMany = () =>
	new GraphQLError('Your network follows too many times at once; follow once and share it.', {
		extensions: { code: 'TOO_MANY_REQUESTS' },
	});

/** The events after a number, then each as it comes, until the caller is gone or the server stops. */
const follow = (context: ApiContext, after: number): Repeater<VersionEvent> =>
	new Repeater(async (push, stop) => {
		const { bell, store } = context;
		let [cursor, rung, wake] = [after, false, () => {}];
		const ring = () => {
			rung = true;
			wake();
		};
		const leave = bell.listen(networkOf(context.clientAddress), ring);
		if (!leave) throw tooMany();
		let gone = false;
		void stop.then(() => {
			gone = true;
			leave();
			ring();
		});
		while (!gone && !bell.closed) {
			rung = false;
			const events = await versionEventsAfter(store, cursor, pageLimit);
			for (const event of events) {
				if (gone) break;
				Object.assign(context, context.present());
				cursor = event.seq;
				await push(event);
			}
			if (events.length > 0 || rung) continue;
			await new Promise<void>((resolve) => {
				wake = resolve;
			});
		}
		stop();
	});

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
				follow(context, seqOf(after) ?? (await lastVersionEvent(context.store))),
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
