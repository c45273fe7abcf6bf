import { type ResolveCursorConnectionArgs, resolveCursorConnection } from '@pothos/plugin-relay';
import { type RequestOrder, requestOrders } from '../../schema/request/waiting.ts';
import { daysBetween } from '../../schema/time.ts';
import type { ApiContext } from '../context.ts';
import type { DeskRequest } from '../service/request-desk.ts';
import { daysLeft, requestQueue, requestsByAddress, requestsByCode, waitsFor } from '../service/request-queue.ts';
import { badInput } from './bad-input.ts';
import { builder, needs, pageLimit } from './builder.ts';
import { RightsRequestType } from './desk-request.ts';
import { dueCursorOf, fromDueCursor } from './due-cursor.ts';
import {
	DueWithinEnum,
	IntakeMannerEnum,
	RequestOrderEnum,
	RequestStatusEnum,
	RightEnum,
	WaitingPartyEnum,
} from './enums.ts';
import { cursorOf, forwardsOnly, fromCursor } from './receipt-cursor.ts';

const authScopes = needs('requests:read');

builder.objectFields(RightsRequestType, (t) => ({
	waitingFor: t.field({
		type: WaitingPartyEnum,
		nullable: true,
		authScopes,
		complexity: 5,
		description: 'Whose turn it is; null once it has ended.',
		resolve: (request, _, context) => waitsFor(context, request),
	}),
	daysLeft: t.int({
		nullable: true,
		authScopes,
		description: 'How many days are left until it is due, where its law reads dates; negative where it is late.',
		resolve: (request, _, context) => daysLeft(context, request),
	}),
	daysGiven: t.int({
		authScopes,
		description: 'How many days there are from its receipt to its due date.',
		resolve: ({ receivedOn, dueOn }) => daysBetween(receivedOn, dueOn),
	}),
}));

/** How a place in each order is written, and read again. */
const cursors = {
	RECEIVED: {
		of: cursorOf,
		read: (cursor: string | undefined) => {
			const found = fromCursor(cursor);
			return found && { at: found.receivedAt, id: found.id };
		},
	},
	DUE: {
		of: dueCursorOf,
		read: (cursor: string | undefined) => {
			const found = fromDueCursor(cursor);
			return found && { at: found.dueOn, id: found.id };
		},
	},
} satisfies Record<RequestOrder, unknown>;

/** What was not asked for is absent, not null. */
const given = <T extends object>(args: T) =>
	Object.fromEntries(Object.entries(args).filter(([, value]) => value !== null && value !== undefined)) as {
		[Key in keyof T]?: NonNullable<T[Key]>;
	};

builder.queryField('rightsRequests', (t) =>
	t.connection(
		{
			type: RightsRequestType,
			authScopes,
			description: `Requests in an order; at most ${pageLimit} on a page, forwards only.`,
			args: {
				status: t.arg({ type: RequestStatusEnum, required: false, description: 'Only those that stand so.' }),
				open: t.arg.boolean({ required: false, description: 'Only those that have not ended.' }),
				right: t.arg({ type: RightEnum, required: false, description: 'Only those for this right.' }),
				notice: t.arg.string({ required: false, description: 'Only those under the notice with this name.' }),
				regime: t.arg.string({ required: false, description: 'Only those under this law, such as `california`.' }),
				manner: t.arg({ type: IntakeMannerEnum, required: false, description: 'Only those that came so.' }),
				waitingFor: t.arg({ type: WaitingPartyEnum, required: false, description: 'Only those that wait for them.' }),
				due: t.arg({ type: DueWithinEnum, required: false, description: 'Only open ones that are due so soon.' }),
				receivedFrom: t.arg({
					type: 'Date',
					required: false,
					description: 'Only those received on this date or later.',
				}),
				orderBy: t.arg({
					type: RequestOrderEnum,
					required: false,
					description: 'The earliest first: by receipt, which is so where nothing is said, or by due date.',
				}),
			},
			complexity: ({ first }) => ({ field: 1, multiplier: Math.min(first ?? 20, pageLimit) }),
			resolve: (_, { orderBy, first, after, last, before, ...filter }, context) => {
				forwardsOnly({ last, before });
				const order = orderBy ?? requestOrders[0];
				return resolveCursorConnection(
					{
						args: { first, after },
						maxSize: pageLimit,
						toCursor: (request: DeskRequest) => cursors[order].of(request),
					},
					({ limit, after: cursor }: ResolveCursorConnectionArgs) =>
						requestQueue(context, { ...given(filter), limit, order, after: cursors[order].read(cursor) }),
				);
			},
		},
		{ name: 'RightsRequestConnection', description: 'A page of requests.' },
		{ name: 'RightsRequestEdge', description: 'A request and where it stands in the list.' },
	),
);

const byPost = ({ byPost }: ApiContext) => {
	if (!byPost) throw badInput('Ask this by POST: neither a code nor an address may stand in an address of the web.');
};

builder.queryFields((t) => ({
	rightsRequestsByCode: t.field({
		type: [RightsRequestType],
		authScopes,
		description: 'The requests that a receipt code is for; none where there are none. By POST only.',
		args: { code: t.arg.string({ description: 'The receipt code.' }) },
		resolve: (_, { code }, context) => {
			byPost(context);
			return requestsByCode(context, code);
		},
	}),
	rightsRequestsByAddress: t.field({
		type: [RightsRequestType],
		authScopes: needs('personal:read'),
		description: 'The requests that came from an address, the earliest first. By POST only.',
		args: { email: t.arg.string({ description: 'The address.' }) },
		resolve: (_, { email }, context) => {
			byPost(context);
			return requestsByAddress(context, email);
		},
	}),
}));
