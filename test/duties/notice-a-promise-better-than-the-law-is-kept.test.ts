// Keeps: commitments.respondWithinDays, commitments.optOutWithinBusinessDays, commitments.accessRequestsPerYear
import { expect, it } from 'vitest';
import { requestAfter } from '../support/requests.ts';

it('a request promised within 10 days is due within 10 days', () => {
	const request = requestAfter('DELETE', [['2026-05-04T09:00:00-07:00', 'submit']], { respondWithinDays: 10 });
	expect([request.dueOn, request.dueCite]).toEqual(['2026-05-14', 'the notice: within 10 days']);
});

it('an opt-out promised within one business day is due on the next one', () => {
	const request = requestAfter('OPT_OUT', [['2026-05-23T09:00:00-07:00', 'submit']], { optOutWithinBusinessDays: 1 });
	// The 24th is a Sunday, the 25th the last Monday in May.
	expect(request.dueOn).toBe('2026-05-26');
});

it('three access requests a year are answered where three are promised', () => {
	expect(
		requestAfter('KNOW_SPECIFIC', [['2026-05-04T09:00:00-07:00', 'submit']], { accessRequestsPerYear: 3 }).accessLimit,
	).toEqual({
		count: 3,
		months: 12,
	});
});
