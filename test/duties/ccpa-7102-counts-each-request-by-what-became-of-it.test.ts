// Keeps: requestFigures
import { expect, it } from 'vitest';
import { newKey } from '../../api/service/keys.ts';
import { addSeconds, instant } from '../../schema/time.ts';
import { openDesk, proven } from '../support/desk.ts';
import { ask } from '../support/graphql.ts';

const query = `{ requestFigures(from: "2026-01-01", to: "2026-12-31") {
	right received complied denied unpursued open medianDays meanDays } }`;

// 11 CCR § 7102(a): received, complied with in whole or in part, denied, and the median or mean days, of the calendar year.
it('in whole, in part, denied, taken back or open, with the days that answers took', async () => {
	await using desk = await openDesk();
	let received = instant('2026-12-01T12:00:00-08:00');
	const ended = async (answer: object | null, days: number) => {
		received = addSeconds(received, 1);
		desk.server.setNow(received);
		await desk.record({ rights: ['DELETE'], manner: 'EMAIL', receivedOn: '2026-12-01', email: 'ana@example.com' });
		desk.server.addSeconds(days * 86_400);
		await desk.act('DELETE', 'verifyRightsRequest', proven);
		if (answer) await desk.act('DELETE', 'answerRightsRequest', { message: 'It is done.', ...answer });
	};
	await ended({ outcome: 'GRANTED' }, 2);
	await ended({ outcome: 'PARTLY', denials: [{ category: 'COMMERCIAL', ground: 'LEGAL_OBLIGATION' }] }, 4);
	await ended({ outcome: 'DENIED', ground: 'EXEMPT' }, 9);
	await ended(null, 0);
	await desk.record({ rights: ['DELETE'], manner: 'POST', receivedOn: '2025-12-31', post: 'Ana Ruiz\n1 Quay Street' });
	// By 1 July of the year after.
	desk.server.setNow(instant('2027-07-01T00:00:00-07:00'));
	const { key } = await newKey(
		{ store: desk.server.store, now: desk.server.now() },
		{ name: 'figures', scopes: ['figures:read'], days: 1 },
	);
	const { body } = await ask(desk.server.url, query, {}, { authorization: `Bearer ${key}` });
	const figures = body.data?.requestFigures as { right: string }[];
	expect(figures.find(({ right }) => right === 'DELETE')).toEqual({
		right: 'DELETE',
		received: 4,
		complied: 2,
		denied: 1,
		unpursued: 0,
		open: 1,
		medianDays: 4,
		meanDays: 5,
	});
});
