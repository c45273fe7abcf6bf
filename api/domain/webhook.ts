import { addSeconds, type Instant } from '../../schema/time.ts';
import { type WebhookEventType, webhookEventTypes, webhookTypes } from '../../schema/webhook.ts';
import { choiceEventOf } from './preference.ts';
import { taskEventOf } from './system-task.ts';

/** Seconds from each attempt to the next, as Standard Webhooks 1.0 proposes: ten attempts within 75:35:05. */
const waits = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400];

/** When to try again after a number of attempts that failed; null where that was the last one. */
export const nextAttemptAt = (attempts: number, now: Instant): Instant | null => {
	const wait = waits[attempts - 1];
	return wait === undefined ? null : addSeconds(now, wait);
};

/** What a status says: taken, taken never again (410), or not taken, a redirect included. */
export const outcomeOfStatus = (status: number): 'TAKEN' | 'GONE' | 'REFUSED' => {
	if (status === 410) return 'GONE';
	return status >= 200 && status < 300 ? 'TAKEN' : 'REFUSED';
};

/** Recorded types whose events are told under another name. */
const toldAs: Readonly<Record<string, WebhookEventType | null>> = { ...choiceEventOf, ...taskEventOf };

/** The name under which webhooks are told of a recorded type of event; null where they are not. */
export const webhookNameOf = (type: string): string | null => {
	const told = Object.hasOwn(toldAs, type) ? toldAs[type] : type;
	const found = webhookEventTypes.find((it) => it === told);
	return found ? webhookTypes[found] : null;
};
