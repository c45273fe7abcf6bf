// Keeps: commitments.verification.rights
import { expect, it } from 'vitest';
import { decide } from '../../api/domain/request.ts';
import { availableActions } from '../../schema/request/lifecycle.ts';
import { immediateRights, requestStatuses } from '../../schema/request/vocabulary.ts';
import { instant } from '../../schema/time.ts';
import { requestAfter } from '../support/requests.ts';

// 11 CCR § 7060(b): a business “shall not require a consumer to verify their identity” to opt out or to limit.
it.each(immediateRights)('%s is in progress at once, refuses verification and can be granted without it', (right) => {
	const request = requestAfter(right, [['2026-05-04T09:00:00-07:00', 'submit']], {
		verification: { rights: [right], needs: ['identity'] },
	});
	expect(request).toMatchObject({ status: 'IN_PROGRESS', confirmBy: null });
	const now = instant('2026-05-05T09:00:00-07:00');
	expect(decide(request, { type: 'verify' }, { now })).toMatchObject({ refusal: { code: 'NEVER_VERIFIED' } });
	expect(decide(request, { type: 'answer', outcome: 'GRANTED' }, { now }).ok).toBe(true);
});

it.each(immediateRights)('nobody can verify %s in any status', (right) => {
	for (const status of requestStatuses) {
		for (const verified of [true, false]) {
			expect(availableActions({ status, right, verified, extended: false }, 'staff')).not.toContain('VERIFY');
			expect(availableActions({ status, right, verified, extended: false }, 'person')).not.toContain('CONFIRM');
		}
	}
});
