import { encodeGlobalID, type ResolveCursorConnectionArgs, resolveCursorConnection } from '@pothos/plugin-relay';
import type { StreamKind } from '../../schema/evidence/streams.ts';
import { type About, type AuditEvent, auditEvents } from '../service/audit.ts';
import { keyForDesk } from '../service/key-desk.ts';
import { personById } from '../service/people.ts';
import { isId } from '../service/record-id.ts';
import { ApiKeyType } from './api-key.ts';
import { badInput } from './bad-input.ts';
import { builder, needs, pageLimit } from './builder.ts';
import { AuditKindEnum } from './enums.ts';
import { localIdOf } from './local-id.ts';
import { forwardsOnly } from './receipt-cursor.ts';
import { seqOf } from './seq-cursor.ts';
import { StaffMemberType } from './staff-member.ts';

const authScopes = needs('audit:read');

/** The types of what the API knows by an id of its own. */
const nodeTypes: Partial<Record<StreamKind, string>> = {
	request: 'RightsRequest',
	objection: 'Objection',
	task: 'SystemTask',
	package: 'AccessPackage',
	staff: 'StaffMember',
	key: 'ApiKey',
	webhook: 'Webhook',
};

const nameOf = ({ kind, id }: About): string => {
	const type = nodeTypes[kind];
	return type ? encodeGlobalID(type, id) : id;
};

const AuditEventType = builder.objectRef<AuditEvent>('AuditEvent').implement({
	description:
		'Something that happened, or that somebody did or read. It holds nothing personal but who of staff did it.',
	fields: (t) => ({
		cursor: t.string({ authScopes, description: 'Where it stands.', resolve: ({ seq }) => String(seq) }),
		at: t.expose('at', { type: 'DateTime', authScopes, description: 'When.' }),
		kind: t.expose('kind', { type: AuditKindEnum, authScopes, description: 'What it is about.' }),
		type: t.exposeString('type', { authScopes, description: 'What happened, such as `personalRead`.' }),
		about: t.stringList({
			authScopes,
			description:
				'The ids of what it happened to, as the API knows them where it does; of what a person sent, those of the requests and objections that it was sent with.',
			resolve: ({ about }) => about.map(nameOf),
		}),
		details: t.exposeString('details', { authScopes, description: 'What else is recorded of it, as JSON.' }),
		staff: t.field({
			type: StaffMemberType,
			nullable: true,
			authScopes: needs('staff:read'),
			description: 'The person of staff who did it; null where nobody of staff did.',
			resolve: ({ by }, _, context) => (by.staffId ? personById(context, by.staffId) : null),
		}),
		apiKey: t.field({
			type: ApiKeyType,
			nullable: true,
			authScopes: needs('keys:read'),
			description: 'The key with which a tool did it; null where none did.',
			resolve: ({ by }, _, context) => (by.keyId ? keyForDesk(context, by.keyId) : null),
		}),
	}),
});

const staffIdOf = (id: string | null | undefined): string | undefined => {
	if (id === null || id === undefined) return undefined;
	const local = localIdOf('StaffMember', id);
	if (!local || !isId(local)) throw badInput('This is no id of a person of staff.');
	return local;
};

builder.queryField('auditEvents', (t) =>
	t.connection(
		{
			type: AuditEventType,
			authScopes,
			description: `The log of everything that happened, the newest first; at most ${pageLimit} on a page, forwards only. ACCESS is who read what is personal.`,
			args: {
				kinds: t.arg({ type: [AuditKindEnum], required: false, description: 'Only what is about these.' }),
				staff: t.arg.id({ required: false, description: 'Only what the person of staff with this id did.' }),
			},
			complexity: ({ first }) => ({ field: 1, multiplier: Math.min(first ?? 20, pageLimit) }),
			resolve: (_, { kinds, staff, ...args }, context) => {
				forwardsOnly(args);
				const staffId = staffIdOf(staff);
				return resolveCursorConnection(
					{ args, maxSize: pageLimit, toCursor: ({ seq }: AuditEvent) => String(seq) },
					({ limit, after }: ResolveCursorConnectionArgs) =>
						auditEvents(context, { limit, before: seqOf(after) ?? undefined, kinds: kinds ?? undefined, staffId }),
				);
			},
		},
		{ name: 'AuditEventConnection', description: 'A page of the log.' },
		{ name: 'AuditEventEdge', description: 'An event and where it stands in the log.' },
	),
);
