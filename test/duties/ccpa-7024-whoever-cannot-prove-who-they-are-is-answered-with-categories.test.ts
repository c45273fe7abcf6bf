// Keeps: commitments.verification
import { expect, it } from 'vitest';
import { openDesk } from '../support/desk.ts';

// 11 CCR § 7024(a): disclose no specific pieces, say so, and evaluate the request as one for the categories.
it('sends no pieces, says so, and answers with categories on two points', async () => {
	await using desk = await openDesk();
	await desk.submit({ rights: ['KNOW_SPECIFIC'] });
	await desk.confirm();
	expect((await desk.request('KNOW_SPECIFIC')).verification).toEqual({
		points: 3,
		declaration: true,
		cite: '11 CCR § 7062(c)',
	});
	const refusal = { outcome: 'DENIED', ground: 'UNVERIFIED', message: 'Nothing matched.' };
	expect(await desk.act('KNOW_SPECIFIC', 'answerRightsRequest', refusal)).toMatchObject({ code: 'CATEGORIES_FIRST' });

	await desk.act('KNOW_SPECIFIC', 'treatRightsRequestAsCategories', { message: 'Only your address matched.' });
	const letter = await desk.letter('more general way');
	expect(letter).toContain('Only your address matched.');
	expect(letter).toContain('we send no such pieces to anybody');
	const { treatedAs, verification, dueOn } = await desk.request('KNOW_SPECIFIC');
	expect([treatedAs, verification?.points, verification?.declaration, dueOn]).toEqual([
		'KNOW_CATEGORIES',
		2,
		false,
		'2026-12-31',
	]);

	await desk.act('KNOW_SPECIFIC', 'verifyRightsRequest', { points: ['EMAIL', 'NAME'] });
	const granted = { outcome: 'GRANTED', message: 'We hold identifiers, and nothing else.' };
	expect(await desk.act('KNOW_SPECIFIC', 'answerRightsRequest', granted)).toEqual({ status: 'ANSWERED' });
	expect(await desk.letter('The answer to your request')).toContain('We hold identifiers, and nothing else.');
});

it('refuses one whom nothing shows to be the person even for categories, with the section and what can be done', async () => {
	await using desk = await openDesk();
	await desk.submit({ rights: ['KNOW_CATEGORIES'] });
	await desk.confirm();
	const refusal = { outcome: 'DENIED', ground: 'UNVERIFIED', message: 'Nothing matched.' };
	expect(await desk.act('KNOW_CATEGORIES', 'answerRightsRequest', refusal)).toEqual({ status: 'REFUSED' });
	const letter = await desk.letter('could not do what you asked');
	expect(letter).toContain('We could not make sure that it was you who asked. (11 CCR § 7024(b))');
	expect(letter).toContain('california/2026-09-01/');
});
