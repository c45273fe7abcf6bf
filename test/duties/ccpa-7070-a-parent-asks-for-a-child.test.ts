// Keeps: children
import { expect, it } from 'vitest';
import { openDesk, proven } from '../support/desk.ts';

// 11 CCR § 7070(c): a reasonable method by which the person asking is found to be the parent or guardian.
it('is done once the parent is shown to be one, and the child to be the one meant', async () => {
	await using desk = await openDesk();
	await desk.record({
		rights: ['DELETE'],
		requester: 'PARENT',
		manner: 'TELEPHONE',
		receivedOn: '2026-12-01',
		email: 'parent@example.com',
	});
	expect((await desk.request('DELETE')).missingProofs).toEqual(['PARENTHOOD', 'IDENTITY']);
	const grant = { outcome: 'GRANTED', message: 'Everything about your child is deleted.' };
	await desk.act('DELETE', 'verifyRightsRequest', proven);
	expect(await desk.act('DELETE', 'answerRightsRequest', grant)).toMatchObject({ code: 'NOT_VERIFIED' });
	await desk.act('DELETE', 'authoriseRightsRequest', { proof: 'PARENTHOOD' });
	expect(await desk.act('DELETE', 'answerRightsRequest', grant)).toEqual({ status: 'ANSWERED' });
	expect(await desk.letter('The answer to your request')).toContain('Everything about your child is deleted.');
});
