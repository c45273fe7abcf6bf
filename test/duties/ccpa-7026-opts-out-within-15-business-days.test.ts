// Keeps: commitments.optOutWithinBusinessDays
import { expect, it } from 'vitest';
import { immediateRights } from '../../schema/request/vocabulary.ts';
import { openDesk } from '../support/desk.ts';
import { requestAfter } from '../support/requests.ts';

// 11 CCR §§ 7026(f), 7027(g)
it.each(immediateRights)('%s is due 15 business days after receipt, also where more was promised', (right) => {
	for (const optOutWithinBusinessDays of [15, 40]) {
		const request = requestAfter(right, [['2026-12-15T09:00:00-08:00', 'submit']], { optOutWithinBusinessDays });
		expect(request.dueOn).toBe('2027-01-04');
	}
});

it('is told that date by letter, and nobody can put it off', async () => {
	await using desk = await openDesk();
	await desk.submit({ rights: ['OPT_OUT'] });
	// Of the 15 days from 2 to 18 December, 6 and 13 December are Sundays.
	expect(await desk.letter('We have received your request')).toContain('18 December 2026');
	const later = { dueOn: '2027-01-30', reason: 'COMPLEXITY', message: 'Later.' };
	expect(await desk.act('OPT_OUT', 'extendRightsRequest', later)).toMatchObject({ code: 'NEVER_EXTENDED' });
	expect((await desk.request('OPT_OUT')).dueOn).toBe('2026-12-18');
});
