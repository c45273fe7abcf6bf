// Keeps: commitments.confirmWithinBusinessDays
import { expect, it } from 'vitest';
import { verifiedRights } from '../../schema/request/vocabulary.ts';
import { requestAfter } from '../support/requests.ts';

it.each(verifiedRights)('%s promised a confirmation in 30 business days is confirmed in the law’s 10', (right) => {
	const own = { confirmWithinBusinessDays: 30 };
	const { clocks } = requestAfter(right, [['2026-05-04T09:00:00-07:00', 'submit']], own);
	// 5 to 9 May are five days, the 10th a Sunday, 11 to 15 May five more.
	expect(clocks).toContainEqual({ duty: 'confirm', dueOn: '2026-05-15', cite: '11 CCR § 7021(a)' });
});
