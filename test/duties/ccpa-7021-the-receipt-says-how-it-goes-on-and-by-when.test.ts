// Keeps: commitments.confirmWithinBusinessDays, commitments.methods
import { expect, it } from 'vitest';
import { openDesk } from '../support/desk.ts';

// 11 CCR § 7021(a): within 10 business days, how the request is processed, how one is verified, and when to expect an answer.
it('leaves at once, with the day of receipt, what follows, and the date of the answer to each right', async () => {
	await using desk = await openDesk();
	await desk.submit({ rights: ['DELETE', 'OPT_OUT'] });
	const receipt = await desk.letter('Please confirm your request');
	for (const words of [
		'1 December 2026',
		'31 December 2026',
		'18 December 2026',
		'Please confirm that this address is yours',
	])
		expect(receipt).toContain(words);
	await desk.confirm();
	const confirmed = await desk.letter('Your request is confirmed');
	expect(confirmed).toContain('31 December 2026');
	expect(confirmed.replaceAll(/\s+/g, ' ')).toContain('we may have to make sure who you are');
	expect(desk.server.now()).toBe('2026-12-01T20:00:00.000Z');
});
