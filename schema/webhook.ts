import type { VersionEventType } from './notice/vocabulary.ts';
import type { ChoiceEventType } from './preference/vocabulary.ts';
import type { TaskEventType } from './system/task-vocabulary.ts';

/** The types of events as webhooks name them. */
export const webhookTypes = {
	versionAnnounced: 'notice.version.announced',
	versionInForce: 'notice.version.in_force',
	versionWithdrawn: 'notice.version.withdrawn',
	optOutRecorded: 'choice.opt_out.recorded',
	limitRecorded: 'choice.limit.recorded',
	optInRecorded: 'choice.opt_in.recorded',
	systemTaskOpened: 'system.task.opened',
	systemTaskCancelled: 'system.task.cancelled',
} as const satisfies Record<VersionEventType | ChoiceEventType | TaskEventType, string>;
export type WebhookEventType = keyof typeof webhookTypes;

/** Every type of event that a webhook can be told of. */
export const webhookEventTypes = Object.keys(webhookTypes) as WebhookEventType[]; // Its keys are those of its type.

/** Where webhooks may go: to public addresses over https, or, on a network of one's own, anywhere. */
export type Targets = 'public' | 'any';

/** What is wrong with a webhook's address before its name is looked up; null where nothing is. */
export const problemOf = (text: string, targets: Targets): string | null => {
	if (!URL.canParse(text)) return 'expected an address such as https://hooks.example.com/notices';
	const { protocol, username, password, port, hash } = new URL(text);
	if (username || password) return 'expected an address without user and password';
	if (hash) return 'expected an address without a fragment';
	if (targets === 'any') return /^https?:$/.test(protocol) ? null : 'expected an address of http or https';
	if (protocol !== 'https:') return 'expected an address of https';
	return port === '' ? null : 'expected the port of https, 443';
};

/** How one delivery stands. */
export const deliveryStates = ['WAITING', 'DELIVERED', 'FAILED'] as const;
export type DeliveryState = (typeof deliveryStates)[number];
