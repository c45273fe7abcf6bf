// Keeps: commitments.methods
import { expect, it } from 'vitest';
import { openDesk, proven } from '../support/desk.ts';

// 11 CCR § 7020(e): a request that came another way is treated as received; § 7021(b): the days begin on the day of receipt.
it('is entered later with its own date, under the version of that day, and shows as late where it is', async () => {
	await using desk = await openDesk();
	const entered = await desk.record({
		rights: ['DELETE'],
		manner: 'TELEPHONE',
		receivedOn: '2026-08-20',
		email: 'ana@example.com',
	});
	expect(entered).toMatchObject({
		__typename: 'RightsReceipt',
		requests: [{ right: 'DELETE', status: 'IN_PROGRESS', dueOn: '2026-10-04' }],
	});
	const request = await desk.request('DELETE');
	expect([request.manner, request.version.version, request.dueOn < '2026-12-01']).toEqual([
		'TELEPHONE',
		'2025-01-01',
		true,
	]);
	expect(await desk.letter('We have received your request')).toContain('20 August 2026');
	const later = { dueOn: '2026-11-18', reason: 'COMPLEXITY', message: 'Too late.' };
	expect(await desk.act('DELETE', 'extendRightsRequest', later)).toMatchObject({ code: 'EXTENSION_TOO_LATE' });
	await desk.act('DELETE', 'verifyRightsRequest', proven);
	const grant = { outcome: 'GRANTED', message: 'It is done; we are sorry that it took so long.' };
	expect(await desk.act('DELETE', 'answerRightsRequest', grant)).toEqual({ status: 'ANSWERED' });
});

it('refuses a day that has not come, and people whom somebody else answers', async () => {
	await using desk = await openDesk();
	const post = { rights: ['DELETE'], manner: 'POST' };
	expect(await desk.record({ ...post, receivedOn: '2026-12-02' })).toMatchObject({ code: 'NOT_YET_RECEIVED' });
	expect(await desk.record({ ...post, receivedOn: '2026-12-01', population: 'CUSTOMER' })).toMatchObject({
		code: 'REFERRED',
	});
});

it('counts towards the yearly limit of access requests', async () => {
	await using desk = await openDesk();
	const enter = () => {
		desk.server.addSeconds(1);
		return desk.record({
			rights: ['KNOW_CATEGORIES'],
			manner: 'EMAIL',
			receivedOn: '2026-12-01',
			email: 'ana@example.com',
		});
	};
	for (let count = 0; count < 2; count += 1) {
		await enter();
		await desk.act('KNOW_CATEGORIES', 'verifyRightsRequest', proven);
		await desk.act('KNOW_CATEGORIES', 'answerRightsRequest', { outcome: 'GRANTED', message: 'Here it is.' });
	}
	await enter();
	expect((await desk.requests()).map(({ status }) => status).sort()).toEqual(['ANSWERED', 'ANSWERED', 'REFUSED']);
	expect(await desk.letter('comes too soon')).toContain('1 December 2027');
});
