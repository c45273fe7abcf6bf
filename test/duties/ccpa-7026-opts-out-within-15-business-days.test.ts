// Keeps: commitments.optOutWithinBusinessDays
import { expect, it } from 'vitest';
import { immediateRights } from '../../schema/request/vocabulary.ts';
import { requestAfter } from '../support/requests.ts';

// 11 CCR §§ 7026(f), 7027(g)
it.each(immediateRights)('%s is due 15 business days after receipt, also where more was promised', (right) => {
	for (const optOutWithinBusinessDays of [15, 40]) {
		const request = requestAfter(right, [['2026-12-15T09:00:00-08:00', 'submit']], { optOutWithinBusinessDays });
		expect(request.dueOn).toBe('2027-01-04');
	}
});
