// Keeps: commitments.rights
import { expect, it } from 'vitest';
import { openDesk, proven } from '../support/desk.ts';

// 11 CCR § 7022(e): whether it was complied with, and that a record of the request is kept (§ 7101).
it('in the letter that says that the data was deleted', async () => {
	await using desk = await openDesk();
	await desk.submit({ rights: ['DELETE'] });
	await desk.confirm();
	await desk.act('DELETE', 'verifyRightsRequest', proven);
	await desk.act('DELETE', 'answerRightsRequest', { outcome: 'GRANTED', message: 'Your orders are gone.' });
	const letter = (await desk.letter('The answer to your request')).replaceAll(/\s+/g, ' ');
	for (const words of ['We have done what you asked.', 'Your orders are gone.', '24 months'])
		expect(letter).toContain(words);
});
