// Keeps: commitments.extendToDays
import { describe, expect, it } from 'vitest';
import { decide } from '../../api/domain/request.ts';
import type { RequestState } from '../../api/domain/request-model.ts';
import { immediateRights, verifiedRights } from '../../schema/request/vocabulary.ts';
import { instant, type PlainDate } from '../../schema/time.ts';
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
