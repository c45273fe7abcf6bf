import { encodeGlobalID, type ResolveCursorConnectionArgs, resolveCursorConnection } from '@pothos/plugin-relay';
import type { ApiContext } from '../context.ts';
import { lastRequestNews, type RequestNews, requestNewsAfter } from '../service/request-events.ts';
import { builder, needs, pageLimit } from './builder.ts';
import { RequestEventTypeEnum } from './enums.ts';
import { follow } from './follow.ts';
import { forwardsOnly } from './receipt-cursor.ts';
import { seqOf } from './seq-cursor.ts';

const scope = 'requests:read';
const authScopes = needs(scope);

const RequestEventType = builder.objectRef<RequestNews>('RequestEvent').implement({
	description: 'Something that happened to a request; it names nobody. Nothing is ever taken out or put in between.',
	fields: (t) => ({
		cursor: t.string({
			authScopes,
			description: 'Where it stands: give it as `after` to get what follows.',
			resolve: ({ position }) => String(position),
		}),
		type: t.expose('type', { type: RequestEventTypeEnum, authScopes, description: 'What happened.' }),
		at: t.expose('at', { type: 'DateTime', authScopes, description: 'When it happened.' }),
		requestId: t.id({
			authScopes,
			description: 'The id of the request.',
			resolve: ({ requestId }) => encodeGlobalID('RightsRequest', requestId),
		}),
		revision: t.exposeInt('revision', { authScopes, description: 'The revision that it made of the request.' }),
	}),
});

const followRequests = (context: ApiContext, after: number) => {
	let position = after;
	return follow(context, {
		bell: context.requestBell,
		needs: scope,
		next: async () => {
			const events = await requestNewsAfter(context.store, position, pageLimit);
			position = events.at(-1)?.position ?? position;
			return events;
		},
	});
};

const afterArg = 'The cursor of the last event that is known; the first one after it comes next.';

builder.subscriptionField('requestEvents', (t) =>
	t.field({
		type: RequestEventType,
		authScopes,
		description:
			'Each event of each request, within a second or two. With a cursor nothing is missed in between. Ends when the caller may no longer see requests.',
		args: { after: t.arg.string({ required: false, description: `${afterArg} Without it, what is still to come.` }) },
		subscribe: async (_, { after }, context) =>
			followRequests(context, seqOf(after) ?? (await lastRequestNews(context.store))),
		resolve: (event) => event,
	}),
);

builder.queryField('requestEvents', (t) =>
	t.connection(
		{
			type: RequestEventType,
			authScopes,
			description: `The events of all requests, for those who ask from time to time; at most ${pageLimit} on a page, forwards only. The newest stand in it after a few seconds.`,
			complexity: ({ first }) => ({ field: 1, multiplier: Math.min(first ?? 20, pageLimit) }),
			resolve: (_, args, context) => {
				forwardsOnly(args);
				return resolveCursorConnection(
					{ args, maxSize: pageLimit, toCursor: ({ position }: RequestNews) => String(position) },
					({ limit, after }: ResolveCursorConnectionArgs) => requestNewsAfter(context.store, seqOf(after) ?? 0, limit),
				);
			},
		},
		{ name: 'RequestEventConnection', description: 'A page of events.' },
		{ name: 'RequestEventEdge', description: 'An event and where it stands.' },
	),
);
