import type { Role } from '../../../schema/access/access.ts';
import type { Instant, PlainDate } from '../../../schema/time.ts';
import type { Operation } from '../../api/operations.ts';
import type { Deed } from '../use-deed.ts';

const refusals = '... on Refusal { __typename code message path } ... on InvalidInput { issues { path message } }';

/** A mutation whose answer is of one type, or a refusal. */
const deed = <Answer>(field: string, type: string, answer: string): Deed<Answer> => {
	const title = `${field.charAt(0).toUpperCase()}${field.slice(1)}`;
	return {
		field,
		text: `mutation ${title}($input: ${title}Input!) { ${field}(input: $input) { ... on ${type} { ${answer} } ${refusals} } }`,
	};
};

export interface Person {
	id: string;
	name: string | null;
	email: string | null;
	role: Role;
	addedAt: Instant;
	removedAt: Instant | null;
	lastSignedInAt: Instant | null;
}

export const people: Operation<object, Person[]> = {
	field: 'staffMembers',
	text: 'query People { staffMembers { id name email role addedAt removedAt lastSignedInAt } }',
};
export const addPerson = deed<{ id: string }>('addStaffMember', 'StaffMember', 'id');
export const changeRole = deed<{ id: string }>('changeStaffRole', 'StaffMember', 'id');
export const removePerson = deed<{ id: string }>('removeStaffMember', 'StaffMember', 'id');
export const endSessions = deed<{ id: string }>('endStaffSessions', 'StaffMember', 'id');

export interface Key {
	id: string;
	name: string;
	prefix: string;
	scopes: string[];
	state: 'LIVE' | 'EXPIRED' | 'REVOKED';
	expiresAt: Instant;
	lastUsedAt: Instant | null;
	revokedAt: Instant | null;
}

export const keys: Operation<object, Key[]> = {
	field: 'apiKeys',
	text: 'query Keys { apiKeys { id name prefix scopes state expiresAt lastUsedAt revokedAt } }',
};
export const createKey = deed<{ key: string }>('createApiKey', 'ApiKeyMade', 'key');
export const revokeKey = deed<{ id: string }>('revokeApiKey', 'ApiKey', 'id');

export interface Hook {
	id: string;
	url: string;
	events: string[];
	system: string | null;
	disabledAt: Instant | null;
	disabledBy: 'OPERATOR' | 'RECEIVER' | null;
	waiting: number;
	failed: number;
}

const hookFields = 'id url events system disabledAt disabledBy waiting failed';

export const hooks: Operation<object, Hook[]> = {
	field: 'webhooks',
	text: `query Webhooks { webhooks { ${hookFields} } }`,
};
export const createHook = deed<{ secret: string }>('createWebhook', 'WebhookMade', 'secret');
export const disableHook = deed<{ id: string }>('disableWebhook', 'Webhook', 'id');
export const enableHook = deed<{ id: string }>('enableWebhook', 'Webhook', 'id');
export const replayFailed = deed<{ id: string }>('replayFailedDeliveries', 'Webhook', 'id');
export const replayOne = deed<{ id: string }>('replayDelivery', 'WebhookDelivery', 'id');

export interface Delivery {
	id: string;
	event: string;
	state: 'WAITING' | 'DELIVERED' | 'FAILED';
	attempts: number;
	nextAttemptAt: Instant | null;
	deliveredAt: Instant | null;
	failedAt: Instant | null;
	lastOutcome: string | null;
}

export interface HookWithDeliveries extends Hook {
	deliveries: { edges: { node: Delivery }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
}

export const hookWithDeliveries: Operation<
	{ id: string; state: string | null; after: string | null },
	HookWithDeliveries | null
> = {
	field: 'node',
	text: `query Deliveries($id: ID!, $state: DeliveryState, $after: String) { node(id: $id) { ... on Webhook { ${hookFields}
		deliveries(first: 50, after: $after, state: $state) {
			edges { node { id event state attempts nextAttemptAt deliveredAt failedAt lastOutcome } }
			pageInfo { hasNextPage endCursor } } } } }`,
};

export interface SystemLine {
	id: string;
	name: string;
	owner: string;
	holder: 'BUSINESS' | 'SERVICE_PROVIDER' | 'CONTRACTOR' | 'THIRD_PARTY';
	by: 'POSTGRES' | 'WEBHOOK' | 'HAND';
	left: number;
	nextDueOn: PlainDate | null;
}

export const systems: Operation<object, SystemLine[]> = {
	field: 'systems',
	text: 'query Systems { systems { id name owner holder by left nextDueOn } }',
};

export interface Subscribers {
	confirmed: number;
	pending: number;
	groups: { notice: string; leastClass: string; frequency: 'IMMEDIATE' | 'DAILY' | 'WEEKLY'; count: number }[];
	months: { month: string; confirmed: number; ended: number }[];
}

export const subscribers: Operation<object, Subscribers> = {
	field: 'subscriberFigures',
	text: `query Subscribers { subscriberFigures { confirmed pending groups { notice leastClass frequency count }
		months { month confirmed ended } } }`,
};
