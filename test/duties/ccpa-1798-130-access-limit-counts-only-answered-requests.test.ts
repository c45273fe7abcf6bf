// Keeps: commitments.accessRequestsPerYear
import { describe, expect, it } from 'vitest';
import { nextAccessOn } from '../../api/domain/access-limit.ts';
import { decide } from '../../api/domain/request.ts';
import { evolve } from '../../api/domain/request-evolve.ts';
import type { CountedAccess } from '../../api/domain/request-model.ts';
import { instant, type PlainDate } from '../../schema/time.ts';
import { openDesk, proven } from '../support/desk.ts';
import { requestAfter } from '../support/requests.ts';

const start = '2026-05-04T09:00:00-07:00';
const confirmedAt = instant('2026-05-06T09:00:00-07:00');
const counted = (...dates: string[]): CountedAccess[] =>
	dates.map((receivedOn, i) => ({ submission: `earlier-${i}`, receivedOn: receivedOn as PlainDate }));

const confirm = (
	countedAccess: CountedAccess[],
	right: 'KNOW_SPECIFIC' | 'KNOW_CATEGORIES' | 'DELETE' = 'KNOW_SPECIFIC',
) => {
	const request = requestAfter(right, [[start, 'submit']]);
	const decision = decide(request, { type: 'confirm', countedAccess }, { now: confirmedAt });
	return decision.ok ? decision.events.reduce(evolve, request) : decision.refusal;
};

describe('with two a year promised', () => {
	it('a third within 12 months is refused when confirmed, with the date of the next', () => {
		expect(confirm(counted('2025-06-10', '2026-01-20'))).toMatchObject({
			status: 'REFUSED',
			reason: 'ACCESS_LIMIT',
			nextOn: '2026-06-10',
			confirmedAt,
			endedAt: confirmedAt,
		});
	});

	it('it is never refused when sent, so that nobody learns who has asked before', () => {
		expect(requestAfter('KNOW_SPECIFIC', [[start, 'submit']]).status).toBe('AWAITING_CONFIRMATION');
	});

	it('one that was received 12 months before to the day counts no more', () => {
		expect(confirm(counted('2025-05-04', '2026-01-20'))).toMatchObject({ status: 'IN_PROGRESS' });
		expect(confirm(counted('2025-05-05', '2026-01-20'))).toMatchObject({ status: 'REFUSED', nextOn: '2026-05-05' });
	});

	it('requests that were only sent, confirmed, denied or withdrawn count for nothing', () => {
		expect(confirm([])).toMatchObject({ status: 'IN_PROGRESS' });
	});

	it('both rights of access in one submission count once', () => {
		const both = [...counted('2026-01-20'), ...counted('2026-01-20')];
		expect(confirm(both)).toMatchObject({ status: 'IN_PROGRESS' });
	});

	it('its own submission does not count against it', () => {
		const own = { submission: 's1', receivedOn: '2026-05-04' as PlainDate };
		expect(confirm([...counted('2026-01-20'), own], 'KNOW_CATEGORIES')).toMatchObject({ status: 'IN_PROGRESS' });
	});

	it('a deletion is never refused for access requests', () => {
		expect(confirm(counted('2026-01-20', '2026-02-20', '2026-03-20'), 'DELETE')).toMatchObject({
			status: 'IN_PROGRESS',
		});
	});
});

it('a promise of one a year is raised to the two of the law', () => {
	const request = requestAfter('KNOW_SPECIFIC', [[start, 'submit']], { accessRequestsPerYear: 1 });
	expect(nextAccessOn(request, counted('2026-01-20'))).toBeNull();
	expect(nextAccessOn(request, counted('2026-01-20', '2026-02-20'))).toBe('2027-01-20');
});

it('a third within 12 months is told the date of the next by letter, and is answered from that date on', async () => {
	await using desk = await openDesk();
	const answered = async (receivedOn: string) => {
		await desk.record({ rights: ['KNOW_CATEGORIES'], manner: 'EMAIL', receivedOn, email: 'ana@example.com' });
		await desk.act('KNOW_CATEGORIES', 'verifyRightsRequest', proven);
		const answer = { outcome: 'GRANTED', message: 'Here they are.' };
		return desk.act('KNOW_CATEGORIES', 'answerRightsRequest', answer);
	};
	const granted = { status: 'ANSWERED' };
	expect([await answered('2026-10-01'), await answered('2026-11-01')]).toEqual([granted, granted]);
	await desk.submit({ rights: ['KNOW_CATEGORIES'] });
	await desk.confirm();
	expect((await desk.request('KNOW_CATEGORIES')).status).toBe('REFUSED');
	expect(await desk.letter('comes too soon')).toContain('You can ask again from 1 October 2027.');
	desk.server.setNow(instant('2027-10-01T00:00:00-07:00'));
	expect(await answered('2027-10-01')).toEqual(granted);
});
