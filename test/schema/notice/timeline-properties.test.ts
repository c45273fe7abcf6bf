import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bannersAt } from '../../../schema/notice/banner.ts';
import { isWithdrawn } from '../../../schema/notice/lead.ts';
import type { Notice } from '../../../schema/notice/model.ts';
import { nextChangeAt, objectionWindowAt, statusAt, timelineAt, versionAt } from '../../../schema/notice/timeline.ts';
import { fromEpoch, type Instant, toEpoch } from '../../../schema/time.ts';
import { someNotice, someVersion } from '../../support/versions.ts';

const hour = 3_600_000;
const start = Date.UTC(2024, 0, 1);
const hours = (most: number) => fc.integer({ min: 0, max: most });
const at = (count: number): Instant => fromEpoch(start + count * hour);

/** Any chain of versions: close together or far apart, published in time or late or never, some withdrawn. */
const notices = fc
	.array(
		fc.record({
			gap: fc.integer({ min: 1, max: 3000 }),
			notice: hours(2000),
			late: fc.option(hours(2000)),
			imported: fc.boolean(),
			withdrawn: fc.option(hours(4000), { freq: 4 }),
			kind: fc.constantFrom('editorial', 'substantive', 'material'),
			window: fc.option(fc.record({ after: hours(100), length: fc.integer({ min: 1, max: 900 }) })),
		}),
		{ minLength: 1, maxLength: 7 },
	)
	.map((specs): Notice => {
		let effective = 4000;
		const versions = specs.map((spec, index) => {
			effective += spec.gap;
			const announced = effective - spec.notice;
			const opens = announced + (spec.window?.after ?? 0);
			return someVersion(`20${10 + index}-01-01`, index ? `20${9 + index}-01-01` : null, {
				announced: at(announced),
				effective: at(effective),
				publishedAt: spec.late === null ? null : at(announced + spec.late),
				imported: spec.imported && spec.late !== null,
				withdrawnAt: spec.withdrawn === null || index === 0 ? null : at(announced + spec.withdrawn),
				revision: {
					class: spec.kind as 'material',
					...(spec.window
						? { objection: { opensAt: at(opens), closesAt: at(opens + spec.window.length), effect: 'None.' } }
						: {}),
				},
			});
		});
		return someNotice(versions, 'America/Los_Angeles');
	});

const moments = hours(30_000).map(at);

it('has exactly one version in force at any instant after the first published one took effect', () => {
	fc.assert(
		fc.property(notices, moments, (notice, now) => {
			const inForce = notice.versions.filter((it) => statusAt(notice, it, now) === 'IN_FORCE');
			const published = notice.versions.filter((it) => it.publishedAt !== null && !isWithdrawn(it));
			const begun = published.some((it) => it.effectiveAt <= now);
			expect(inForce.map((it) => it.id)).toEqual(begun ? [versionAt(notice, now)?.id] : []);
		}),
	);
});

it('moves the status of a version only forward', () => {
	const order = [null, 'ANNOUNCED', 'IN_FORCE', 'SUPERSEDED', 'WITHDRAWN'];
	fc.assert(
		fc.property(notices, moments, moments, (notice, a, b) => {
			const [early, late] = a < b ? [a, b] : [b, a];
			for (const version of notice.versions) {
				const [before, after] = [statusAt(notice, version, early), statusAt(notice, version, late)];
				expect(order.indexOf(after)).toBeGreaterThanOrEqual(order.indexOf(before));
				if (after === 'WITHDRAWN') expect(['IN_FORCE', 'SUPERSEDED']).not.toContain(before);
			}
		}),
	);
});

it('changes nothing between now and the next change', () => {
	const seen = (notice: Notice, now: Instant) => ({
		statuses: notice.versions.map((it) => statusAt(notice, it, now)),
		windows: notice.versions.map((it) => objectionWindowAt(it, now)),
		banners: bannersAt([notice], now).map((it) => [it.version.id, it.phase]),
		visible: timelineAt(notice, now).visible.map((it) => it.id),
	});
	fc.assert(
		fc.property(notices, moments, fc.double({ min: 0, max: 1, noNaN: true }), (notice, now, part) => {
			const next = nextChangeAt([notice], now) ?? at(40_000);
			const between = fromEpoch(Math.floor(toEpoch(now) + (toEpoch(next) - 1 - toEpoch(now)) * part));
			expect(seen(notice, between)).toEqual(seen(notice, now));
		}),
	);
});

it('gives no version a lead shorter than its author’s dates or its class allow', () => {
	fc.assert(
		fc.property(notices, (notice) => {
			for (const version of notice.versions) {
				expect(version.effectiveAt >= version.revision.effectiveAt).toBe(true);
				expect(version.announcedAt >= version.revision.announcedAt).toBe(true);
				expect(version.effectiveAt >= version.announcedAt).toBe(true);
			}
		}),
	);
});
