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
