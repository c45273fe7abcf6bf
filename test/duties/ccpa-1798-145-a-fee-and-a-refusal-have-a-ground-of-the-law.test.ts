// Keeps: commitments.feeOnlyWhen
import { expect, it } from 'vitest';
import { decide } from '../../api/domain/request.ts';
import { instant } from '../../schema/time.ts';
import { openDesk, proven } from '../support/desk.ts';
import { confirming, requestAfter } from '../support/requests.ts';

// Cal. Civ. Code § 1798.145(h)(3): a reasonable fee, or a refusal with the reason, where a request is unfounded or excessive.
it('asks for a fee once, says why, and moves no date', async () => {
	await using desk = await openDesk();
	await desk.submit({ rights: ['KNOW_SPECIFIC', 'OPT_OUT'] });
	await desk.confirm();
	const charge = (right: string) =>
		desk.act(right, 'chargeForRightsRequest', {
			ground: 'REPETITIVE',
			cents: 1250,
			message: 'You asked on each of nine days.',
		});
	expect(await charge('OPT_OUT')).toMatchObject({ code: 'NEVER_CHARGED' });
	expect(await charge('KNOW_SPECIFIC')).toEqual({ status: 'IN_PROGRESS' });
	const letter = await desk.letter('There is a fee');
	expect(letter).toContain('repeats what was asked before');
	expect(letter).toContain('US$ 12.50');
	expect(letter).toContain('You asked on each of nine days.');
	expect(await charge('KNOW_SPECIFIC')).toMatchObject({ code: 'ALREADY_CHARGED' });
	expect((await desk.request('KNOW_SPECIFIC')).dueOn).toBe('2026-12-31');
});

it('asks for none on a ground that the notice does not name', () => {
	const state = requestAfter(
		'KNOW_SPECIFIC',
		[
			['2026-05-04T09:00:00-07:00', 'submit'],
			['2026-05-05T09:00:00-07:00', confirming],
		],
		{ feeOnlyWhen: ['unfounded'] },
	);
	const charge = (ground: 'repetitive' | 'unfounded') =>
		decide(state, { type: 'charge', fee: { ground, cents: 100 } }, { now: instant('2026-05-06T09:00:00-07:00') });
	expect(charge('repetitive')).toMatchObject({ refusal: { code: 'GROUND_NOT_OFFERED' } });
	expect(charge('unfounded').ok).toBe(true);
});

// Cal. Civ. Code §§ 1798.145, 1798.140(i); 11 CCR § 7050: grounds of their own, each with its own sentence.
it.each([
	['EXEMPT', 'The law exempts the information that this is about. (Cal. Civ. Code § 1798.145)'],
	['NOT_A_CONSUMER', 'it does not reach you. (Cal. Civ. Code § 1798.140(i))'],
	[
		'SERVICE_PROVIDER',
		'We hold this information for somebody else, who decides about it. Please ask them. (11 CCR § 7050)',
	],
	['UNFOUNDED', 'The request is manifestly unfounded or excessive. (Cal. Civ. Code § 1798.145(h)(3))'],
])('refuses as %s with its own words, before anybody proves anything', async (ground, words) => {
	await using desk = await openDesk();
	await desk.submit({ rights: ['DELETE'] });
	await desk.confirm();
	const refusal = { outcome: 'DENIED', ground, message: 'This is the whole reason.' };
	expect(await desk.act('DELETE', 'answerRightsRequest', refusal)).toEqual({ status: 'REFUSED' });
	const letter = (await desk.letter('could not do what you asked')).replaceAll(/\s+/g, ' ');
	expect(letter).toContain(words);
	expect(letter).toContain('This is the whole reason.');
});

// Nobody's residence is proved for an opt-out; only fraud on record, or want of permission, stands against one.
it('has no such ground against an opt-out, save fraud that is on record', async () => {
	await using desk = await openDesk();
	await desk.submit({ rights: ['OPT_OUT'], email: null });
	const refuse = (ground: string) =>
		desk.act('OPT_OUT', 'answerRightsRequest', { outcome: 'DENIED', ground, message: 'Ten thousand in an hour.' });
	expect(await refuse('NOT_A_CONSUMER')).toMatchObject({ code: 'GROUND_NOT_OFFERED' });
	expect(await refuse('UNVERIFIED')).toMatchObject({ code: 'GROUND_NOT_OFFERED' });
	expect(await refuse('FRAUD')).toEqual({ status: 'REFUSED' });
	await desk.submit({ rights: ['DELETE'] });
	await desk.confirm();
	await desk.act('DELETE', 'verifyRightsRequest', proven);
	expect((await desk.request('DELETE')).grounds.map(({ ground }) => ground)).not.toContain('FRAUD');
});
