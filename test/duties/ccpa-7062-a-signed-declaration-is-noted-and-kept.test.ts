// Keeps: commitments.verification.needs
import { expect, it } from 'vitest';
import { instant } from '../../schema/time.ts';
import { openDesk, proven } from '../support/desk.ts';

// 11 CCR § 7062(c): three points and a signed declaration for pieces of data; the declaration is kept with the record.
it('is demanded for pieces of data, and stands in the record as long as there is one', async () => {
	await using desk = await openDesk();
	await desk.submit({ rights: ['KNOW_SPECIFIC'] });
	await desk.confirm();
	const verify = (found: Partial<typeof proven>) => desk.act('KNOW_SPECIFIC', 'verifyRightsRequest', found);
	expect(await verify({ ...proven, declaration: false })).toMatchObject({ code: 'DECLARATION_NEEDED' });
	expect(await verify({ ...proven, points: ['EMAIL', 'NAME'] })).toMatchObject({ path: ['points'] });
	expect(await verify(proven)).toEqual({ status: 'IN_PROGRESS' });
	await desk.act('KNOW_SPECIFIC', 'answerRightsRequest', { outcome: 'GRANTED', message: 'Here it is.' });
	desk.server.setNow(instant('2029-01-01T12:00:00-08:00'));
	const noted = await desk.server.store.read((tx) =>
		tx.selectFrom('event').select('data').where('type', '=', 'requestVerified').executeTakeFirstOrThrow(),
	);
	expect(JSON.parse(noted.data)).toMatchObject({ points: proven.points, declaration: true });
});
