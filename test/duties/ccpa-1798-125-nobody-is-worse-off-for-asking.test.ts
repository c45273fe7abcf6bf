// Keeps: commitments.noDiscrimination
import { expect, it } from 'vitest';
import { openDesk, proven } from '../support/desk.ts';

const threats =
	/price|charge you|discount|lower (level|quality)|no longer (be able to )?use|close your account|less of our service/i;

// Cal. Civ. Code § 1798.125: no denial of goods, no other price, no other quality, and no hint of any of them.
it('reads no warning in any letter, granted or denied, and can ask again', async () => {
	await using desk = await openDesk();
	await desk.submit({ rights: ['OPT_OUT', 'LIMIT', 'DELETE'] });
	await desk.confirm();
	await desk.act('DELETE', 'verifyRightsRequest', proven);
	await desk.act('DELETE', 'answerRightsRequest', {
		outcome: 'DENIED',
		ground: 'EXEMPT',
		message: 'The law exempts it.',
	});
	for (const right of ['OPT_OUT', 'LIMIT'])
		await desk.act(right, 'answerRightsRequest', { outcome: 'GRANTED', message: 'It is done.' });
	await desk.letter('could not do what you asked');
	await expect.poll(() => desk.peer.received.length, { timeout: 20_000 }).toBe(5);
	for (const { mail } of desk.peer.received) expect(mail.text).not.toMatch(threats);
	expect(
		await desk.submit({ rights: ['CORRECT'], correction: { what: 'My street', shouldBe: 'Quay Street' } }),
	).toMatchObject({
		__typename: 'RightsReceipt',
	});
});
