import { describe, expect, it } from 'vitest';
import { instant } from '../../../schema/time.ts';
import { someNotice, someVersion } from '../../support/versions.ts';

const first = someVersion('2024-01-01', null, { announced: '2024-01-01T00:00:00Z', effective: '2024-01-01T00:00:00Z' });

const effectOf = (own: Parameters<typeof someVersion>[2], zone = 'UTC') =>
	someNotice([first, someVersion('2024-03-31', '2024-01-01', own)], zone).versions[1]?.effectiveAt;

const material = { class: 'material' } as const;

describe('the lead', () => {
	it('leaves the author’s date where it is long enough', () => {
		const own = { announced: '2024-03-01T00:00:00Z', effective: '2024-03-31T00:00:00Z', revision: material };
		expect(effectOf(own)).toBe('2024-03-31T00:00:00.000Z');
	});

	it('runs from the ledger’s date where that is later, one second being enough', () => {
		const own = { announced: '2024-03-01T00:00:00Z', effective: '2024-03-31T00:00:00Z', revision: material };
		expect(effectOf({ ...own, publishedAt: instant('2024-03-01T00:00:01Z') })).toBe('2024-03-31T00:00:01.000Z');
	});

	it('takes imported history at its author’s word', () => {
		const own = { announced: '2024-03-30T00:00:00Z', effective: '2024-03-31T00:00:00Z', revision: material };
		const publishedAt = instant('2026-01-01T00:00:00Z');
		expect(effectOf({ ...own, imported: true, publishedAt })).toBe('2024-03-31T00:00:00.000Z');
	});

	it('is three days for a change that is not material, and none for one of form', () => {
		const own = { announced: '2024-03-30T00:00:00Z', effective: '2024-03-31T00:00:00Z' };
		expect(effectOf({ ...own, revision: { class: 'substantive' } })).toBe('2024-04-02T00:00:00.000Z');
		expect(effectOf(own)).toBe('2024-03-31T00:00:00.000Z');
	});

	it('is none for an urgent change that somebody signed', () => {
		const own = { announced: '2024-03-31T00:00:00Z', effective: '2024-03-31T00:00:00Z' };
		const revision = { ...material, urgent: { reason: 'A court ordered it.', by: 'noor' } };
		expect(effectOf({ ...own, revision })).toBe('2024-03-31T00:00:00.000Z');
	});

	it('counts days by the clock on the wall, also where one of them has 23 hours', () => {
		const own = { announced: '2024-03-01T00:00:00-08:00', effective: '2024-03-31T00:00:00-07:00', revision: material };
		expect(effectOf(own, 'America/Los_Angeles')).toBe('2024-03-31T07:00:00.000Z');
	});

	it('is not shortened by a version in between that was never published', () => {
		const between = someVersion('2024-02-01', '2024-01-01', {
			announced: '2024-01-15T00:00:00Z',
			effective: '2024-02-01T00:00:00Z',
			publishedAt: null,
			revision: { changeTerms: { inForce: 'posted', advanceNotice: { days: 1 } } as never }, // Only its days matter.
		});
		const own = { announced: '2024-03-01T00:00:00Z', effective: '2024-03-02T00:00:00Z', revision: material };
		const versions = someNotice([first, between, someVersion('2024-03-02', '2024-02-01', own)]).versions;
		expect(versions[2]?.effectiveAt).toBe('2024-03-31T00:00:00.000Z');
	});

	it('lets no version overtake the one that it follows', () => {
		const late = someVersion('2024-03-31', '2024-01-01', {
			announced: '2024-03-01T00:00:00Z',
			effective: '2024-03-31T00:00:00Z',
			publishedAt: instant('2024-03-20T00:00:00Z'),
			revision: material,
		});
		const next = someVersion('2024-04-05', '2024-03-31', {
			announced: '2024-04-05T00:00:00Z',
			effective: '2024-04-05T00:00:00Z',
		});
		const dates = someNotice([first, late, next]).versions.map((it) => it.effectiveAt.slice(0, 10));
		expect(dates).toEqual(['2024-01-01', '2024-04-19', '2024-04-19']);
	});
});
