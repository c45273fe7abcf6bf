import { type ResolveCursorConnectionArgs, resolveCursorConnection } from '@pothos/plugin-relay';
import { addSeconds, type Instant } from '../../schema/time.ts';
import { type DeskObjection, objectionForDesk, objectionsForDesk } from '../service/objection-desk.ts';
import { readSent } from '../service/personal-access.ts';
import { builder, needs, pageLimit } from './builder.ts';
import { ObjectionDecisionEnum, ObjectionStatusEnum } from './enums.ts';
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

builder.queryField('objections', (t) =>
	t.connection(
		{
			type: ObjectionType,
			authScopes: read,
			description: `Objections to a version by receipt, the earliest first; at most ${pageLimit} on a page, forwards only.`,
			args: {
				notice: t.arg.string({ description: 'The name of the notice.' }),
				version: t.arg.string({ description: 'The version objected to.' }),
			},
			complexity: ({ first }) => ({ field: 1, multiplier: Math.min(first ?? 20, pageLimit) }),
			resolve: (_, { notice, version, ...args }, context) => {
				forwardsOnly(args);
				return resolveCursorConnection(
					{ args, maxSize: pageLimit, toCursor: (it: DeskObjection) => cursorOf(it) },
					({ limit, after }: ResolveCursorConnectionArgs) =>
						objectionsForDesk(context, { notice, version, limit, after: fromCursor(after) }),
				);
			},
		},
		{ name: 'ObjectionConnection', description: 'A page of objections.' },
		{ name: 'ObjectionEdge', description: 'An objection and where it stands in the list.' },
	),
);
