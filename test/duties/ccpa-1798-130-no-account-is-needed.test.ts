// Keeps: commitments.methods
import { expect, it } from 'vitest';
import { openDesk, proven } from '../support/desk.ts';
import { ask } from '../support/graphql.ts';

// Cal. Civ. Code § 1798.130(a)(2)(A): nobody is made to have an account in order to ask.
it('goes from the form to the answer by links and a receipt code alone', async () => {
	await using desk = await openDesk();
	const { code } = await desk.submit({ rights: ['KNOW_CATEGORIES'] });
	await desk.confirm();
	await desk.act('KNOW_CATEGORIES', 'verifyRightsRequest', proven);
	await desk.act('KNOW_CATEGORIES', 'answerRightsRequest', {
		outcome: 'GRANTED',
		message: 'These are the categories.',
	});
	expect(await desk.letter('The answer to your request')).toContain('These are the categories.');
	const query = 'query ($code: String!) { requestStatus(code: $code) { requests { right status } } }';
	expect((await ask(desk.server.url, query, { code })).body.data).toEqual({
		requestStatus: { requests: [{ right: 'KNOW_CATEGORIES', status: 'ANSWERED' }] },
	});
	for (const { mail } of desk.peer.received) expect(mail.text).not.toMatch(/sign in|log in|password|your account/i);
});
