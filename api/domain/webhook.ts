import { addSeconds, type Instant } from '../../schema/time.ts';

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
