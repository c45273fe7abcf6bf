// Keeps: commitments.respondWithinDays
import { expect, it } from 'vitest';
import { verifiedRights } from '../../schema/request/vocabulary.ts';
import { openDesk, proven } from '../support/desk.ts';
import { confirming, requestAfter, verifying } from '../support/requests.ts';

// 11 CCR § 7021(b): the days “begin on the day that the business receives the request, regardless of time required to verify”.
it.each(verifiedRights)('%s stays due when it was due, however late it is confirmed and verified', (right) => {
	const sent = requestAfter(right, [['2026-05-04T09:00:00-07:00', 'submit']]);
	const late = requestAfter(right, [
		['2026-05-04T09:00:00-07:00', 'submit'],
		['2026-06-02T23:59:59-07:00', confirming],
		['2026-06-30T09:00:00-07:00', verifying],
	]);
	expect(sent.dueOn).toBe('2026-06-03');
	expect([late.dueOn, late.dueCite, late.receivedAt]).toEqual([sent.dueOn, sent.dueCite, sent.receivedAt]);
});

it('has the same date in the letter of receipt, in that of the confirmation and at the end, however late both come', async () => {
	await using desk = await openDesk();
	await desk.submit({ rights: ['DELETE'] });
	expect(await desk.letter('Please confirm')).toContain('31 December 2026');
	desk.server.addSeconds(29 * 86_400);
	await desk.confirm();
	expect(await desk.letter('is confirmed')).toContain('31 December 2026');
	await desk.act('DELETE', 'verifyRightsRequest', proven);
	expect((await desk.request('DELETE')).dueOn).toBe('2026-12-31');
});
