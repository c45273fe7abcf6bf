import { type ResolveCursorConnectionArgs, resolveCursorConnection } from '@pothos/plugin-relay';
import { objectionActionsFor } from '../../schema/objection/lifecycle.ts';
import { addSeconds, type Instant } from '../../schema/time.ts';
import {
	type DeskObjection,
	figuresOfObjections,
	type ObjectionFigures,
	objectionForDesk,
	objectionsForDesk,
} from '../service/objection-desk.ts';
import { readSent } from '../service/personal-access.ts';
import { builder, needs, pageLimit } from './builder.ts';
import { ObjectionActionEnum, ObjectionDecisionEnum, ObjectionStatusEnum } from './enums.ts';
import { recordedVersion, type VersionOf } from './lookup.ts';
import { cursorOf, forwardsOnly, fromCursor } from './receipt-cursor.ts';
import { NoticeVersionType } from './refs.ts';
import { SentType } from './sent.ts';

const read = needs('objections:read');

export const ObjectionType = builder.objectRef<DeskObjection>('Objection');

/** By when it is to be decided, as its version promises; null where none is promised or it does not count. */
const decideBy = ({ countedAt }: DeskObjection, { version }: VersionOf): Instant | null => {
	const days = version.revision.objection?.decideWithinDays;
	return countedAt && days ? addSeconds(countedAt, days * 86_400) : null;
};

builder.node(ObjectionType, {
	id: { resolve: ({ id }) => id, authScopes: read, description: 'Names this objection in the whole API.' },
	authScopes: read,
	runScopesOnType: true,
	brandLoadedObjects: true,
	// Without the scope there is no telling whether an objection exists.
	loadOne: (id, context) => (context.scopes.has('objections:read') ? objectionForDesk(context, id) : null),
	description: 'One objection to one version, as staff and tools see it.',
	fields: (t) => ({
		status: t.expose('status', { type: ObjectionStatusEnum, authScopes: read, description: 'How it stands.' }),
		receivedAt: t.expose('receivedAt', { type: 'DateTime', authScopes: read, description: 'When it was received.' }),
		countedAt: t.expose('countedAt', {
			type: 'DateTime',
			nullable: true,
			authScopes: read,
			description: 'Since when it counts.',
		}),
		decideBy: t.field({
			type: 'DateTime',
			nullable: true,
			authScopes: read,
			description: 'By when it is to be decided, where its version promises that.',
			resolve: (it, _, context) => decideBy(it, recordedVersion(context, it.notice, it.version)),
		}),
		decidedAt: t.expose('decidedAt', {
			type: 'DateTime',
			nullable: true,
			authScopes: read,
			description: 'When it was decided.',
		}),
		decision: t.expose('decision', {
			type: ObjectionDecisionEnum,
			nullable: true,
			authScopes: read,
			description: 'What was decided; undecided, it keeps the earlier text.',
		}),
		endedAt: t.expose('endedAt', { type: 'DateTime', nullable: true, authScopes: read, description: 'When it ended.' }),
		availableActions: t.field({
			type: [ObjectionActionEnum],
			authScopes: read,
			description: 'What staff can do with it now.',
			resolve: ({ status }) => objectionActionsFor(status, 'staff'),
		}),
		version: t.field({
			type: NoticeVersionType,
			authScopes: read,
			description: 'What is objected to.',
			resolve: (it, _, context) => recordedVersion(context, it.notice, it.version),
		}),
		sent: t.field({
			type: SentType,
			nullable: true,
			authScopes: needs('personal:read'),
			description: 'What the person sent; null where it has been erased. Reading it is recorded.',
			resolve: ({ receiptId }, _, context) => readSent(context, receiptId),
		}),
	}),
});

const ObjectionFiguresType = builder.objectRef<ObjectionFigures>('ObjectionFigures').implement({
	description: 'How many objections to a version stand so.',
	fields: (t) => ({
		status: t.expose('status', { type: ObjectionStatusEnum, authScopes: read, description: 'How they stand.' }),
		decision: t.expose('decision', {
			type: ObjectionDecisionEnum,
			nullable: true,
			authScopes: read,
			description: 'How they were decided.',
		}),
		count: t.exposeInt('count', { authScopes: read, description: 'How many they are.' }),
	}),
});

builder.objectField(NoticeVersionType, 'objectionFigures', (t) =>
	t.field({
		type: [ObjectionFiguresType],
		authScopes: read,
		complexity: 5,
		description: 'The objections to it in numbers, those that never counted too.',
		resolve: ({ notice, version }, _, context) =>
			figuresOfObjections(context, { notice: notice.slug, version: version.id }),
	}),
);

builder.queryField('objections', (t) =>
	t.connection(
		{
			type: ObjectionType,
			authScopes: read,
			description: `Objections to a version by receipt, the earliest first; at most ${pageLimit} on a page, forwards only.`,
			args: {
				notice: t.arg.string({ description: 'The name of the notice.' }),
				version: t.arg.string({ description: 'The version objected to.' }),
				status: t.arg({ type: ObjectionStatusEnum, required: false, description: 'Only those that stand so.' }),
			},
			complexity: ({ first }) => ({ field: 1, multiplier: Math.min(first ?? 20, pageLimit) }),
			resolve: (_, { notice, version, status, ...args }, context) => {
				forwardsOnly(args);
				return resolveCursorConnection(
					{ args, maxSize: pageLimit, toCursor: (it: DeskObjection) => cursorOf(it) },
					({ limit, after }: ResolveCursorConnectionArgs) =>
						objectionsForDesk(context, {
							notice,
							version,
							limit,
							after: fromCursor(after),
							status: status ?? undefined,
						}),
				);
			},
		},
		{ name: 'ObjectionConnection', description: 'A page of objections.' },
		{ name: 'ObjectionEdge', description: 'An objection and where it stands in the list.' },
	),
);
