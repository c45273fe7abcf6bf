// Keeps: commitments.rights
import { expect, it } from 'vitest';
import { openDesk, proven } from '../support/desk.ts';

// 11 CCR § 7023(f): the basis of a denial, a note that the accuracy is contested, a statement of 250 words about health data.
it('is refused with its ground, noted as contested, and keeps a statement of 250 words at most', async () => {
	await using desk = await openDesk();
	await desk.submit({ rights: ['CORRECT'], correction: { what: 'My allergy', shouldBe: 'none' } });
	await desk.confirm();
	await desk.act('CORRECT', 'verifyRightsRequest', proven);
	const contest = (own: object = {}) => desk.act('CORRECT', 'contestAccuracy', { items: [1], ...own });
	expect(await contest()).toMatchObject({ code: 'NOTHING_TO_CONTEST' });

	const refusal = {
		outcome: 'DENIED',
		denials: [{ item: 1, ground: 'ACCURATE' }],
		message: 'Your clinic says so too.',
	};
	expect(await desk.act('CORRECT', 'answerRightsRequest', refusal)).toEqual({ status: 'REFUSED' });
	const letter = await desk.letter('could not do what you asked');
	expect(letter).toContain(
		'“My allergy”: From all that we know, it is more likely than not correct as it stands. (11 CCR § 7023(b))',
	);
	expect(letter).toContain('a statement of up to 250 words');

	expect(await contest({ items: [2] })).toMatchObject({ code: 'NOTHING_TO_CONTEST' });
	expect((await contest({ statement: 'word '.repeat(251) })).issues).toEqual([
		{ path: ['statement'], message: 'A statement has at most 250 words.' },
	]);
	expect(await contest({ statement: 'I have no allergy; the test was of somebody else.' })).toEqual({
		status: 'REFUSED',
	});
	expect(await desk.letter('you contest the data')).toContain('the test was of somebody else');
	expect(await contest()).toMatchObject({ code: 'NOTHING_TO_CONTEST' });
});
