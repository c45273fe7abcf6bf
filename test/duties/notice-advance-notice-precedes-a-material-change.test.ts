// Keeps: changeTerms.advanceNotice
import { expect, it } from 'vitest';
import type { Revision } from '../../schema/notice/frontmatter.ts';
import { statusAt } from '../../schema/notice/timeline.ts';
import { instant } from '../../schema/time.ts';
import { someNotice, someVersion } from '../support/versions.ts';

const promised = (days: number) =>
	({ changeTerms: { inForce: 'effectiveDate', advanceNotice: { days } } }) as Partial<Revision>; // Only its days matter.

const noticeWith = (days: number, publishedAt: string) =>
	someNotice([
		someVersion('2026-01-01', null, {
			announced: '2026-01-01T00:00:00Z',
			effective: '2026-01-01T00:00:00Z',
			revision: promised(days),
		}),
		someVersion('2026-07-01', '2026-01-01', {
			announced: '2026-05-01T00:00:00Z',
			effective: '2026-07-01T00:00:00Z',
			publishedAt: instant(publishedAt),
			// The new version would like less notice for itself: what holds is what the one in force promises.
			revision: { ...promised(1), class: 'material' },
		}),
	]);

it.each([
	['published in time, it takes effect on its own date', 30, '2026-05-01T00:00:00Z', '2026-07-01T00:00:00.000Z'],
	['published late, it waits for the promised thirty days', 30, '2026-06-20T00:00:00Z', '2026-07-20T00:00:00.000Z'],
	['where sixty days are promised, it waits for sixty', 60, '2026-06-20T00:00:00Z', '2026-08-19T00:00:00.000Z'],
	[
		'published when it was to take effect, it waits all the same',
		30,
		'2026-07-01T00:00:00Z',
		'2026-07-31T00:00:00.000Z',
	],
])('%s', (_, days, publishedAt, expected) => {
	const notice = noticeWith(days, publishedAt);
	const [before, change] = notice.versions;
	expect(change?.effectiveAt).toBe(expected);
	const eve = instant(new Date(Date.parse(expected) - 1000).toISOString());
	expect([before, change].map((it) => it && statusAt(notice, it, eve))).toEqual(['IN_FORCE', 'ANNOUNCED']);
	expect(change && statusAt(notice, change, instant(expected))).toBe('IN_FORCE');
});
