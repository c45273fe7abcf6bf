import { type ResolveCursorConnectionArgs, resolveCursorConnection } from '@pothos/plugin-relay';
import {
	type Delivery,
	deliveriesForDesk,
	deliveryForDesk,
	eventOfDelivery,
	stateOfDelivery,
} from '../service/webhook-desk.ts';
import { builder, needs, pageLimit } from './builder.ts';
import { DeliveryStateEnum } from './enums.ts';
import { forwardsOnly } from './receipt-cursor.ts';
import { seqOf } from './seq-cursor.ts';
import { WebhookType } from './webhook.ts';

const authScopes = needs('webhooks:read');

export const WebhookDeliveryType = builder.objectRef<Delivery>('WebhookDelivery');

builder.node(WebhookDeliveryType, {
	id: { resolve: ({ id }) => id, authScopes, description: 'Names this delivery in the whole API.' },
	description: 'One event that is told to one program.',
	authScopes,
	runScopesOnType: true,
	brandLoadedObjects: true,
	loadOne: (id, context) => (context.scopes.has('webhooks:read') ? deliveryForDesk(context, id) : null),
	fields: (t) => ({
		messageId: t.exposeString('id', { authScopes, description: 'The `webhook-id` under which it is sent, each time.' }),
		event: t.string({
			authScopes,
			description: 'The kind of event.',
			resolve: (delivery, _, context) => eventOfDelivery(context, delivery),
		}),
		state: t.field({ type: DeliveryStateEnum, authScopes, description: 'How it stands.', resolve: stateOfDelivery }),
		attempts: t.exposeInt('attempts', { authScopes, description: 'How often it was tried.' }),
		nextAttemptAt: t.field({
			type: 'DateTime',
			nullable: true,
			authScopes,
			description: 'When it is tried next; null where it is over.',
			resolve: (delivery) => (stateOfDelivery(delivery) === 'WAITING' ? delivery.dueAt : null),
		}),
		deliveredAt: t.expose('deliveredAt', {
			type: 'DateTime',
			nullable: true,
			authScopes,
			description: 'When it was taken.',
		}),
		failedAt: t.expose('failedAt', {
			type: 'DateTime',
			nullable: true,
			authScopes,
			description: 'When it was given up.',
		}),
		lastOutcome: t.exposeString('lastOutcome', {
			nullable: true,
			authScopes,
			description: 'The status that was answered last, or the code of the error; null before the first attempt.',
		}),
	}),
});

builder.objectField(WebhookType, 'deliveries', (t) =>
	t.connection(
		{
			type: WebhookDeliveryType,
			authScopes,
			description: `Deliveries to it, the newest first; at most ${pageLimit} on a page, forwards only.`,
			args: { state: t.arg({ type: DeliveryStateEnum, required: false, description: 'Only those that stand so.' }) },
			complexity: ({ first }) => ({ field: 1, multiplier: Math.min(first ?? 20, pageLimit) }),
			resolve: ({ id }, { state, ...args }, context) => {
				forwardsOnly(args);
				return resolveCursorConnection(
					{ args, maxSize: pageLimit, toCursor: ({ seq }: Delivery) => String(seq) },
					({ limit, after }: ResolveCursorConnectionArgs) =>
						deliveriesForDesk(context, {
							webhookId: id,
							limit,
							before: seqOf(after) ?? undefined,
							state: state ?? undefined,
						}),
				);
			},
		},
		{ name: 'WebhookDeliveryConnection', description: 'A page of deliveries.' },
		{ name: 'WebhookDeliveryEdge', description: 'A delivery and where it stands in the list.' },
	),
);
