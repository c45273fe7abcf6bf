// Keeps: commitments.extendToDays
import { expect, it } from 'vitest';
import { verifiedRights } from '../../schema/request/vocabulary.ts';
import type { PlainDate } from '../../schema/time.ts';
import { confirming, requestAfter } from '../support/requests.ts';

const received = '2026-05-04T09:00:00-07:00';
const own = { extendToDays: [60, 120] };

it.each(verifiedRights)('%s promised within 120 days at the latest is put off to the law’s 90', (right) => {
	const { clocks } = requestAfter(right, [[received, 'submit']], own);
	// 27 days are left in May, 30 in June, 31 in July: 88, and 2 in August.
	expect(clocks).toContainEqual({ duty: 'extend', dueOn: '2026-08-02', cite: '11 CCR § 7021(b)' });
	expect(clocks.filter(({ dueOn }) => dueOn > '2026-08-02')).toEqual([]);
});

it.each(verifiedRights)('%s is put off to no date beyond that', (right) => {
	const extending = { type: 'extend', dueOn: '2026-09-01' as PlainDate, reason: 'COMPLEXITY' } as const;
	expect(() =>
		requestAfter(
			right,
			[
				[received, 'submit'],
				[received, confirming],
				[received, extending],
			],
			own,
		),
	).toThrow('DATE_NOT_PROMISED');
});
