// Keeps: commitments.extendToDays
import { describe, expect, it } from 'vitest';
import { decide } from '../../api/domain/request.ts';
import type { RequestState } from '../../api/domain/request-model.ts';
import { immediateRights, verifiedRights } from '../../schema/request/vocabulary.ts';
import { instant, type PlainDate } from '../../schema/time.ts';
import { openDesk } from '../support/desk.ts';
import { confirming, requestAfter } from '../support/requests.ts';

const received = '2026-05-04T09:00:00-07:00';
const confirmed = '2026-05-06T09:00:00-07:00';

const extend = (state: RequestState, dueOn: string, at: string) =>
	decide(state, { type: 'extend', dueOn: dueOn as PlainDate, reason: 'COMPLEXITY' }, { now: instant(at) });

const inProgress = (own: object = {}) =>
	requestAfter(
		'DELETE',
		[
			[received, 'submit'],
			[confirmed, confirming],
		],
		own,
	);

describe.each(verifiedRights)('an answer to %s', (right) => {
	const state = requestAfter(right, [
		[received, 'submit'],
		[confirmed, confirming],
	]);

	it.each(['2026-07-03', '2026-08-02'])('is put off to the promised %s, with the reason', (dueOn) => {
		expect(extend(state, dueOn, '2026-06-03T23:59:59-07:00')).toMatchObject({
			ok: true,
			events: [{ type: 'requestExtended', extendedOn: '2026-06-03', dueOn, reason: 'COMPLEXITY' }],
		});
	});

	it('is not put off once its date has passed, and the refusal says when that was', () => {
		expect(extend(state, '2026-07-03', '2026-06-04T00:00:00-07:00')).toMatchObject({
			ok: false,
			refusal: {
				code: 'EXTENSION_TOO_LATE',
				window: { opensAt: '2026-05-04T16:00:00.000Z', closesAt: '2026-06-04T07:00:00.000Z' },
			},
		});
	});

	it('is not put off to a date that nobody promised', () => {
		expect(extend(state, '2026-07-04', confirmed)).toMatchObject({ refusal: { code: 'DATE_NOT_PROMISED' } });
	});

	it('is not put off twice', () => {
		const extended = requestAfter(right, [
			[received, 'submit'],
			[confirmed, confirming],
			[confirmed, { type: 'extend', dueOn: '2026-07-03' as PlainDate, reason: 'COMPLEXITY' }],
		]);
		expect(extended).toMatchObject({ status: 'IN_PROGRESS', dueOn: '2026-07-03', extendedOn: '2026-05-06' });
		expect(extend(extended, '2026-08-02', confirmed)).toMatchObject({ refusal: { code: 'ALREADY_EXTENDED' } });
	});
});

it('never goes past 90 days from receipt, whatever was promised', () => {
	const state = inProgress({ extendToDays: [120] });
	expect(extend(state, '2026-09-01', confirmed)).toMatchObject({ refusal: { code: 'DATE_NOT_PROMISED' } });
	expect(extend(state, '2026-08-02', confirmed)).toMatchObject({ events: [{ dueCite: '11 CCR § 7021(b)' }] });
});

it('is never put off after day 45, even where more days were promised', () => {
	const state = inProgress({ respondWithinDays: 60 });
	expect(extend(state, '2026-07-03', '2026-06-18T23:59:59-07:00').ok).toBe(true);
	expect(extend(state, '2026-07-03', '2026-06-19T00:00:00-07:00')).toMatchObject({
		refusal: { code: 'EXTENSION_TOO_LATE' },
	});
});

it.each(immediateRights)('%s is never put off', (right) => {
	const state = requestAfter(right, [[received, 'submit']]);
	expect(extend(state, '2026-07-03', confirmed)).toMatchObject({ refusal: { code: 'NEVER_EXTENDED' } });
});

it('is told with its reason and its new date up to the last second of the first date, and is refused a second later', async () => {
	await using desk = await openDesk();
	await desk.submit({ rights: ['DELETE', 'KNOW_CATEGORIES', 'OPT_OUT'] });
	await desk.confirm();
	const putOff = (right: string) =>
		desk.act(right, 'extendRightsRequest', {
			dueOn: '2027-01-30',
			reason: 'COMPLEXITY',
			message: 'One of our archives is on paper.',
		});
	desk.server.setNow(instant('2026-12-31T23:59:59-08:00'));
	expect(await putOff('DELETE')).toEqual({ status: 'IN_PROGRESS' });
	expect(await putOff('OPT_OUT')).toMatchObject({ code: 'NEVER_EXTENDED' });
	const letter = await desk.letter('We need more time');
	for (const words of ['30 January 2027', 'takes longer than most', 'One of our archives is on paper.'])
		expect(letter).toContain(words);
	desk.server.addSeconds(1);
	expect(await putOff('KNOW_CATEGORIES')).toMatchObject({ code: 'EXTENSION_TOO_LATE' });
	expect([(await desk.request('DELETE')).dueOn, (await desk.request('KNOW_CATEGORIES')).dueOn]).toEqual([
		'2027-01-30',
		'2026-12-31',
	]);
});
