// Keeps: commitments.verification.rights
import { expect, it } from 'vitest';
import { decide } from '../../api/domain/request.ts';
import { availableActions, missingOf } from '../../schema/request/lifecycle.ts';
import { immediateRights, requesters, requestStatuses } from '../../schema/request/vocabulary.ts';
import { instant } from '../../schema/time.ts';
import { openDesk, proven } from '../support/desk.ts';
import { granting, requestAfter, verifying } from '../support/requests.ts';

// 11 CCR § 7060(b): a business “shall not require a consumer to verify their identity” to opt out or to limit.
it.each(immediateRights)('%s is in progress at once, refuses verification and can be granted without it', (right) => {
	const request = requestAfter(right, [['2026-05-04T09:00:00-07:00', 'submit']], {
		verification: { rights: [right], needs: ['identity'] },
	});
	expect(request).toMatchObject({ status: 'IN_PROGRESS', confirmBy: null });
	const now = instant('2026-05-05T09:00:00-07:00');
	expect(decide(request, verifying, { now })).toMatchObject({ refusal: { code: 'NEVER_VERIFIED' } });
	expect(decide(request, granting, { now }).ok).toBe(true);
});

it.each(immediateRights)('nobody can verify %s in any status', (right) => {
	for (const status of requestStatuses) {
		for (const requester of requesters) {
			const asked = { proofs: [], treatedAs: null, extendedOn: null, consumerAskedUntil: null };
			const subject = { status, right, requester, ...asked };
			expect(availableActions(subject, 'staff')).not.toContain('VERIFY');
			expect(availableActions(subject, 'staff')).not.toContain('ASK_CONSUMER');
			expect(availableActions(subject, 'person')).not.toContain('CONFIRM');
			expect(missingOf(subject)).not.toContain('IDENTITY');
		}
	}
});

it('is received without a question, cannot be asked one about identity, and is done', async () => {
	await using desk = await openDesk();
	await desk.submit({ rights: [...immediateRights] });
	const receipt = await desk.letter('We have received your request');
	expect(receipt).toContain('You need do nothing more.');
	for (const right of immediateRights) {
		expect(await desk.act(right, 'verifyRightsRequest', proven)).toMatchObject({ code: 'NEVER_VERIFIED' });
		const question = { question: 'IDENTITY', message: 'Who are you?' };
		expect(await desk.act(right, 'askAboutRightsRequest', question)).toMatchObject({ code: 'NEVER_VERIFIED' });
		const answer = { outcome: 'GRANTED', message: 'It is done.' };
		expect(await desk.act(right, 'answerRightsRequest', answer)).toEqual({ status: 'ANSWERED' });
	}
	await desk.letter('The answer to your request');
	expect(desk.peer.received.map(({ mail }) => mail.text).join()).not.toContain('Who are you?');
});
