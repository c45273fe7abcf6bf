// Keeps: commitments.agents
import { describe, expect, it } from 'vitest';
import { openDesk, proven, type TestDesk } from '../support/desk.ts';

const today = '2026-12-01';
const from = (requester: string, rights: string[]) => ({
	rights,
	requester,
	manner: 'EMAIL',
	receivedOn: today,
	email: 'agent@example.com',
	name: 'Bo Reyes, for Ana Ruiz',
});
const grant = { outcome: 'GRANTED', message: 'It is done.' };
const show = (desk: TestDesk, right: string, proof: string) => desk.act(right, 'authoriseRightsRequest', { proof });

// 11 CCR § 7063(a): signed permission, and either the consumer's identity or the consumer's own confirmation.
describe('an agent', () => {
	it('with a signed permission still waits for the person’s identity or word; then it is done', async () => {
		await using desk = await openDesk();
		await desk.record(from('AGENT', ['DELETE', 'KNOW_CATEGORIES']));
		expect((await desk.request('DELETE')).missingProofs).toEqual(['SIGNED_PERMISSION', 'IDENTITY']);
		expect(await desk.act('DELETE', 'answerRightsRequest', grant)).toMatchObject({ code: 'NOT_VERIFIED' });
		await show(desk, 'DELETE', 'SIGNED_PERMISSION');
		expect((await desk.request('DELETE')).missingProofs).toEqual(['IDENTITY']);
		expect(await desk.act('DELETE', 'answerRightsRequest', grant)).toMatchObject({ code: 'NOT_VERIFIED' });
		await desk.act('DELETE', 'verifyRightsRequest', proven);
		expect(await desk.act('DELETE', 'answerRightsRequest', grant)).toEqual({ status: 'ANSWERED' });

		await show(desk, 'KNOW_CATEGORIES', 'SIGNED_PERMISSION');
		await show(desk, 'KNOW_CATEGORIES', 'CONSUMER_CONFIRMATION');
		expect(await desk.act('KNOW_CATEGORIES', 'verifyRightsRequest', proven)).toMatchObject({
			code: 'IDENTITY_NOT_NEEDED',
		});
		expect(await desk.act('KNOW_CATEGORIES', 'answerRightsRequest', grant)).toEqual({ status: 'ANSWERED' });
	});

	it('without proof is asked for it, and refused with the section where none comes', async () => {
		await using desk = await openDesk();
		await desk.record(from('AGENT', ['DELETE']));
		await desk.act('DELETE', 'askAboutRightsRequest', { question: 'AUTHORITY', message: 'Send us a signed page.' });
		const question = await desk.letter('A question about your request');
		expect(question).toContain('Send us a signed page.');
		expect(question).not.toMatch(/regist/i);
		const refusal = { outcome: 'DENIED', ground: 'AUTHORITY_NOT_SHOWN', message: 'No page came.' };
		expect(await desk.act('DELETE', 'answerRightsRequest', refusal)).toEqual({ status: 'REFUSED' });
		expect(await desk.letter('could not do what you asked')).toContain('(11 CCR § 7063(a))');
	});

	it('cannot be refused for want of proof once it is there', async () => {
		await using desk = await openDesk();
		await desk.record(from('AGENT', ['DELETE']));
		await show(desk, 'DELETE', 'SIGNED_PERMISSION');
		const refusal = { outcome: 'DENIED', ground: 'AUTHORITY_NOT_SHOWN', message: 'No page came.' };
		expect(await desk.act('DELETE', 'answerRightsRequest', refusal)).toMatchObject({ code: 'PROOF_IS_SHOWN' });
	});

	// 11 CCR § 7026(j), § 7027: signed permission at the most, and nothing of the person.
	it('opts a person out at once, with a signed permission at the most', async () => {
		await using desk = await openDesk();
		await desk.record(from('AGENT', ['OPT_OUT']));
		const { status, missingProofs, availableActions } = await desk.request('OPT_OUT');
		expect([status, missingProofs]).toEqual(['IN_PROGRESS', ['SIGNED_PERMISSION']]);
		expect(availableActions).not.toContain('VERIFY');
		expect(await show(desk, 'OPT_OUT', 'CONSUMER_CONFIRMATION')).toMatchObject({ code: 'PROOF_OF_NO_USE' });
		expect(await desk.act('OPT_OUT', 'answerRightsRequest', grant)).toEqual({ status: 'ANSWERED' });
	});
});

// 11 CCR § 7063(b): none of this of a holder of a power of attorney under the Probate Code, nor of a conservator.
it.each([
	['ATTORNEY', 'POWER_OF_ATTORNEY'],
	['CONSERVATOR', 'CONSERVATORSHIP'],
])('a requester who is %s shows that alone', async (requester, proof) => {
	await using desk = await openDesk();
	await desk.record(from(requester, ['DELETE']));
	expect((await desk.request('DELETE')).missingProofs).toEqual([proof]);
	expect(await show(desk, 'DELETE', 'SIGNED_PERMISSION')).toMatchObject({ code: 'PROOF_OF_NO_USE' });
	await show(desk, 'DELETE', proof);
	expect(await desk.act('DELETE', 'answerRightsRequest', grant)).toEqual({ status: 'ANSWERED' });
});
