import { aimedAt } from '../../schema/access/submission.ts';
import { createWebhookInput } from '../../schema/webhook-submission.ts';
import { type MadeWebhook, makeWebhook, replayAllFailed, replayOne, switchTo } from '../service/webhook-desk.ts';
import { builder, needs } from './builder.ts';
import { plainUnion, validated } from './plain-union.ts';
import { member } from './result.ts';
import { staffActions } from './staff-action.ts';
import { WebhookType } from './webhook.ts';
import { WebhookDeliveryType } from './webhook-delivery.ts';

const scope = 'webhooks:write';
const authScopes = needs(scope);

const WebhookMadeType = builder.objectRef<MadeWebhook>('WebhookMade').implement({
	description: 'A new webhook.',
	fields: (t) => ({
		secret: t.exposeString('secret', {
			authScopes,
			description: 'With it the receiver checks that an event is ours; shown this once.',
		}),
		webhook: t.field({
			type: WebhookType,
			authScopes,
			description: 'What is kept of it.',
			resolve: ({ made }) => made,
		}),
	}),
});

const CreateWebhookInput = builder.inputType('CreateWebhookInput', {
	description: 'A program to be told of events from now on.',
	fields: (t) => ({
		url: t.string({ description: 'Where events go.' }),
		events: t.stringList({ description: 'The kinds of events, such as `notice.version.announced`.' }),
		system: t.string({
			required: false,
			description: 'The id of one system that is reached by a webhook: it is told of the tasks of no other.',
		}),
	}),
});

const CreateWebhookResult = plainUnion('CreateWebhookResult', 'What came of making a webhook.', WebhookMadeType);

builder.mutationField('createWebhook', (t) =>
	t.field({
		type: CreateWebhookResult,
		authScopes,
		description: 'Has a program told of events from now on, signed by Standard Webhooks.',
		args: { input: t.arg({ type: CreateWebhookInput, description: 'Where, and of what.' }) },
		resolve: async (_, args, context) => {
			const checked = validated(createWebhookInput(context.webhookTargets), args.input);
			return checked.ok ? member('WebhookMade', await makeWebhook(context, checked.input)) : checked.invalid;
		},
	}),
);

const webhookAction = staffActions({ type: WebhookType, name: 'Webhook', unknown: 'UNKNOWN_WEBHOOK' });

const aimInput = (name: string, description: string, what = 'webhook') =>
	builder.inputType(name, { description, fields: (t) => ({ id: t.id({ description: `The id of the ${what}.` }) }) });

webhookAction('disableWebhook', {
	input: aimInput('DisableWebhookInput', 'A webhook to be switched off.'),
	schema: aimedAt,
	scope,
	description: 'Switches a webhook off. What waits stays; what happens meanwhile is not queued for it.',
	came: 'What came of switching a webhook off.',
	asked: 'Which.',
	act: switchTo('off'),
});

webhookAction('enableWebhook', {
	input: aimInput('EnableWebhookInput', 'A webhook to be switched on again.'),
	schema: aimedAt,
	scope,
	description: 'Switches a webhook on again.',
	came: 'What came of switching a webhook on.',
	asked: 'Which.',
	act: switchTo('on'),
});

webhookAction('replayFailedDeliveries', {
	input: aimInput('ReplayFailedDeliveriesInput', 'A webhook whose deliveries were given up.'),
	schema: aimedAt,
	scope,
	description: 'Sends everything once more that was given up for a webhook, with all attempts.',
	came: 'What came of sending again.',
	asked: 'To which webhook.',
	act: replayAllFailed,
});

staffActions({ type: WebhookDeliveryType, name: 'WebhookDelivery', unknown: 'UNKNOWN_DELIVERY' })('replayDelivery', {
	input: aimInput('ReplayDeliveryInput', 'A delivery that is over.', 'delivery'),
	schema: aimedAt,
	scope,
	description: 'Sends one delivery once more, taken or given up, under the same `webhook-id`.',
	came: 'What came of sending once more.',
	asked: 'Which.',
	act: replayOne,
});
