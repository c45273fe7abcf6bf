import { expect, it } from 'vitest';
import { nextAttemptAt, outcomeOfStatus, webhookNameOf } from '../../api/domain/webhook.ts';
import { type Instant, instant, toEpoch } from '../../schema/time.ts';

it('is tried ten times, the last time 75 hours, 35 minutes and 5 seconds after the first', () => {
	const first = instant('2026-12-01T12:00:00Z');
	const attempts: Instant[] = [];
	for (let next: Instant | null = first; next; next = nextAttemptAt(attempts.length, next)) attempts.push(next);
	expect(attempts).toHaveLength(10);
	const seconds = (toEpoch(attempts.at(-1) ?? first) - toEpoch(first)) / 1000;
	expect(seconds).toBe(75 * 3600 + 35 * 60 + 5);
});

it('is taken with any 2xx, never again after 410, and with nothing else, a redirect included', () => {
	expect([200, 202, 204, 299].map(outcomeOfStatus)).toEqual(Array(4).fill('TAKEN'));
	expect(outcomeOfStatus(410)).toBe('GONE');
	expect([0, 199, 301, 302, 307, 400, 404, 429, 500, 503].map(outcomeOfStatus)).toEqual(Array(10).fill('REFUSED'));
});

it('is told of recorded events by their public names, and of no others', () => {
	const names = ['versionAnnounced', 'signalSeen', 'limited', 'taskOpened', 'taskDone', 'staffAdded', 'constructor'];
	expect(names.map(webhookNameOf)).toEqual([
		'notice.version.announced',
		'choice.opt_out.recorded',
		'choice.limit.recorded',
		'system.task.opened',
		null,
		null,
		null,
	]);
});
