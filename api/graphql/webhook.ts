import {
	countsOfWebhook,
	type DeskWebhook,
	eventNamesOf,
	webhookForDesk,
	webhooksForDesk,
} from '../service/webhook-desk.ts';
import { builder, needs } from './builder.ts';
import { WebhookDisablerEnum } from './enums.ts';

const authScopes = needs('webhooks:read');

export const WebhookType = builder.objectRef<DeskWebhook>('Webhook');

builder.node(WebhookType, {
	id: { resolve: ({ id }) => id, authScopes, description: 'Names this webhook in the whole API.' },
	description: 'A program that is told of events. Its secret was shown once.',
	authScopes,
	runScopesOnType: true,
	brandLoadedObjects: true,
	// Without the scope there is no telling whether there is such a webhook.
	loadOne: (id, context) => (context.scopes.has('webhooks:read') ? webhookForDesk(context, id) : null),
	fields: (t) => ({
		url: t.exposeString('url', { authScopes, description: 'Where events go.' }),
		events: t.stringList({
			authScopes,
			description: 'The kinds of events that it is told of.',
			resolve: eventNamesOf,
		}),
		system: t.exposeString('system', {
			nullable: true,
			authScopes,
			description: 'The id of the one system whose tasks it is told of; null where it is told of everything.',
		}),
		createdAt: t.expose('createdAt', { type: 'DateTime', authScopes, description: 'When it was made.' }),
		disabledAt: t.expose('disabledAt', {
			type: 'DateTime',
			nullable: true,
			authScopes,
			description: 'Since when it is off; null where it is on.',
		}),
		disabledBy: t.expose('disabledBy', {
			type: WebhookDisablerEnum,
			nullable: true,
			authScopes,
			description: 'Who switched it off.',
		}),
		waiting: t.int({
			authScopes,
			complexity: 5,
			description: 'How many deliveries are still to arrive.',
			resolve: async ({ id }, _, context) => (await countsOfWebhook(context, id)).waiting,
		}),
		failed: t.int({
			authScopes,
			complexity: 5,
			description: 'How many were given up after the last attempt.',
			resolve: async ({ id }, _, context) => (await countsOfWebhook(context, id)).failed,
		}),
	}),
});

builder.queryField('webhooks', (t) =>
	t.field({
		type: [WebhookType],
		authScopes,
		description: 'Every webhook, the oldest first.',
		resolve: (_, __, context) => webhooksForDesk(context),
	}),
);
