import { type ResolveCursorConnectionArgs, resolveCursorConnection } from '@pothos/plugin-relay';
import { type DeskObjection, objectionsForDesk } from '../service/objection-desk.ts';
import { readSent } from '../service/personal-access.ts';
import { builder, needs, pageLimit } from './builder.ts';
import { ObjectionStatusEnum } from './enums.ts';
import { recordedVersion } from './lookup.ts';
import { cursorOf, forwardsOnly, fromCursor } from './receipt-cursor.ts';
import { NoticeVersionType } from './refs.ts';
import { SentType } from './sent.ts';

const read = needs('objections:read');

const ObjectionType = builder.objectRef<DeskObjection>('Objection').implement({
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
