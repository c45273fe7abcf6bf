import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWorthTelling, type News, newsOf, nextDigestAt, tellingOf } from '../../api/domain/news.ts';
import type { ChangeClass } from '../../schema/notice/vocabulary.ts';
import { frequencies, type LeastClass } from '../../schema/subscription/vocabulary.ts';
import { addSeconds, fromEpoch, instant } from '../../schema/time.ts';
import { someNotice, someVersion } from '../support/versions.ts';

const zone = 'America/Los_Angeles';
const now = instant('2026-12-02T08:00:00-08:00');

const newsWith = (own: { class?: ChangeClass; urgent?: boolean; withdrawnAt?: string } = {}): News => {
	const { class: changeClass = 'substantive', urgent, withdrawnAt } = own;
	const version = someVersion('2027-03-01', null, {
		announced: '2026-12-01T00:00:00Z',
		effective: '2027-03-01T00:00:00Z',
		withdrawnAt: withdrawnAt ? instant(withdrawnAt) : null,
		revision: { class: changeClass, ...(urgent && { urgent: { reason: 'law', by: 'ana' } }) },
	});
	return { notice: someNotice([version], zone), version, event: 'versionAnnounced', at: version.announcedAt };
};

describe('what happened to a version', () => {
	const types = (own: Parameters<typeof newsWith>[0], at: string) => {
		const { notice, version } = newsWith(own);
		return newsOf(notice, version, instant(at)).map(({ event }) => event);
	};

	it('is its announcement, then its effect', () => {
		expect(types({}, '2026-11-30T23:59:59Z')).toEqual([]);
		expect(types({}, '2026-12-01T00:00:00Z')).toEqual(['versionAnnounced']);
		expect(types({}, '2027-03-01T00:00:00Z')).toEqual(['versionAnnounced', 'versionInForce']);
	});

	it('is its announcement, then its withdrawal, and no effect ever', () => {
		const own = { withdrawnAt: '2027-01-01T00:00:00Z' };
		expect(types(own, '2026-12-31T00:00:00Z')).toEqual(['versionAnnounced']);
		expect(types(own, '2028-01-01T00:00:00Z')).toEqual(['versionAnnounced', 'versionWithdrawn']);
	});

	it('is told unless it is editorial or an announcement that is overtaken', () => {
		expect(isWorthTelling(newsWith(), now)).toBe(true);
		expect(isWorthTelling(newsWith({ class: 'editorial' }), now)).toBe(false);
		expect(isWorthTelling(newsWith(), instant('2027-03-01T00:00:00Z'))).toBe(false);
	});
});

describe('a subscriber', () => {
	it.each(frequencies)('hears of a material change at once, whatever was chosen: %s', (frequency) => {
		for (const leastClass of ['substantive', 'material'] as const) {
			expect(tellingOf({ leastClass, frequency }, newsWith({ class: 'material' }), now)).toEqual({ digestAt: null });
		}
	});

	it('hears of a substantive change as often as was chosen, or not at all', () => {
		const hears = (leastClass: LeastClass) =>
			frequencies.map((frequency) => tellingOf({ leastClass, frequency }, newsWith(), now)?.digestAt);
		expect(hears('substantive')).toEqual([null, '2026-12-02T17:00:00.000Z', '2026-12-07T17:00:00.000Z']);
		expect(hears('material')).toEqual([undefined, undefined, undefined]);
	});

	it('hears of an urgent change and of a withdrawal at once, and of an editorial change never', () => {
		const weekly = { leastClass: 'substantive', frequency: 'WEEKLY' } as const;
		expect(tellingOf(weekly, newsWith({ urgent: true }), now)).toEqual({ digestAt: null });
		expect(tellingOf(weekly, { ...newsWith(), event: 'versionWithdrawn' }, now)).toEqual({ digestAt: null });
		expect(tellingOf(weekly, newsWith({ class: 'editorial' }), now)).toBe(null);
	});
});

describe('a digest', () => {
	it('leaves at nine, on Mondays where it is weekly, also across a change of clocks', () => {
		expect(nextDigestAt('DAILY', instant('2027-03-13T09:00:00-08:00'), zone)).toBe('2027-03-14T16:00:00.000Z');
		expect(nextDigestAt('WEEKLY', instant('2027-03-08T08:59:59-08:00'), zone)).toBe('2027-03-08T17:00:00.000Z');
		expect(nextDigestAt('WEEKLY', instant('2027-03-08T09:00:00-08:00'), zone)).toBe('2027-03-15T16:00:00.000Z');
	});

	it('always leaves later, at most a day or a week and an hour', () => {
		const moments = fc.integer({ min: 1.7e12, max: 2.5e12 }).map(fromEpoch);
		fc.assert(
			fc.property(moments, fc.constantFrom('DAILY', 'WEEKLY'), (at, frequency) => {
				const next = nextDigestAt(frequency, at, zone);
				const longest = ((frequency === 'DAILY' ? 1 : 7) * 24 + 1) * 3600;
				expect(next > at && next <= addSeconds(at, longest)).toBe(true);
			}),
		);
	});
});
