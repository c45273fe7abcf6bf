import { describe, expect, it } from 'vitest';
import {
	nextChangeAt,
	objectionWindowAt,
	statusAt,
	successorOf,
	supersededAt,
	timelineAt,
	unpublishedAt,
	versionAt,
} from '../../../schema/notice/timeline.ts';
import { instant } from '../../../schema/time.ts';
import { around, someNotice, someVersion } from '../../support/versions.ts';

const first = someVersion('2024-01-01', null, { announced: '2023-12-01T00:00:00Z', effective: '2024-01-01T00:00:00Z' });
const second = someVersion('2024-06-01', '2024-01-01', {
	announced: '2024-04-01T00:00:00Z',
	effective: '2024-06-01T00:00:00Z',
	revision: {
		class: 'material',
		objection: { opensAt: instant('2024-04-02T00:00:00Z'), closesAt: instant('2024-05-01T00:00:00Z'), effect: 'None.' },
	},
});
const notice = someNotice([second, first]);
const [one, two] = notice.versions as [typeof first, typeof second];

describe('statusAt', () => {
	it.each([
		['announcement', '2024-04-01T00:00:00Z', [null, 'ANNOUNCED', 'ANNOUNCED']],
		['effect', '2024-06-01T00:00:00Z', ['ANNOUNCED', 'IN_FORCE', 'IN_FORCE']],
	])('changes at the instant of %s', (_, at, expected) => {
		expect(around(at).map((now) => statusAt(notice, two, now))).toEqual(expected);
	});

	it('lets the next version end the one before at the same instant', () => {
		const statuses = around('2024-06-01T00:00:00Z').map((now) => statusAt(notice, one, now));
		expect(statuses).toEqual(['IN_FORCE', 'SUPERSEDED', 'SUPERSEDED']);
	});

	it('calls a version withdrawn from the withdrawal on, and leaves the one before in force', () => {
		const withdrawn = someNotice([first, { ...second, withdrawnAt: instant('2024-05-10T00:00:00Z') }]);
		const [, taken] = withdrawn.versions as [typeof first, typeof second];
		const statuses = around('2024-05-10T00:00:00Z').map((now) => statusAt(withdrawn, taken, now));
		expect(statuses).toEqual(['ANNOUNCED', 'WITHDRAWN', 'WITHDRAWN']);
		expect(versionAt(withdrawn, instant('2025-01-01T00:00:00Z'))?.id).toBe('2024-01-01');
	});

	it('never shows a version that the ledger does not have, and names it as unpublished once its date has come', () => {
		const unpublished = someNotice([first, { ...second, publishedAt: null }]);
		const [, missing] = unpublished.versions as [typeof first, typeof second];
		for (const now of [...around('2024-04-01T00:00:00Z'), ...around('2024-06-01T00:00:00Z')]) {
			expect(statusAt(unpublished, missing, now)).toBeNull();
			expect(timelineAt(unpublished, now).current?.id).toBe('2024-01-01');
		}
		const named = around('2024-04-01T00:00:00Z').map((now) => unpublishedAt(unpublished, now).map((it) => it.id));
		expect(named).toEqual([[], ['2024-06-01'], ['2024-06-01']]);
	});

	it('never shows a version that was withdrawn before it was announced', () => {
		const withdrawn = someNotice([first, { ...second, withdrawnAt: instant('2024-03-10T00:00:00Z') }]);
		expect(timelineAt(withdrawn, instant('2025-01-01T00:00:00Z')).visible.map((it) => it.id)).toEqual(['2024-01-01']);
	});
});

describe('versionAt', () => {
	it('is nothing before the first version takes effect, then always one', () => {
		expect(around('2024-01-01T00:00:00Z').map((at) => versionAt(notice, at)?.id)).toEqual([
			undefined,
			'2024-01-01',
			'2024-01-01',
		]);
		expect(around('2024-06-01T00:00:00Z').map((at) => versionAt(notice, at)?.id)).toEqual([
			'2024-01-01',
			'2024-06-01',
			'2024-06-01',
		]);
	});

	it('answers for a future instant with what is announced, and does not betray what is not', () => {
		const future = instant('2024-07-01T00:00:00Z');
		const [before, at] = around('2024-04-01T00:00:00Z');
		expect(versionAt(notice, future, before)?.id).toBe('2024-01-01');
		expect(versionAt(notice, future, at)?.id).toBe('2024-06-01');
	});
});

it('does not betray the version to come as the successor of the one in force', () => {
	const [before, at] = around('2024-04-01T00:00:00Z');
	expect([successorOf(notice, one, before), supersededAt(notice, one, before)]).toEqual([null, null]);
	expect([successorOf(notice, one, at)?.id, supersededAt(notice, one, at)]).toEqual(['2024-06-01', two.effectiveAt]);
});

describe('objectionWindowAt', () => {
	it.each([
		['opens', '2024-04-02T00:00:00Z', [false, true, true]],
		['closes', '2024-05-01T00:00:00Z', [true, false, false]],
	])('%s at its instant', (_, at, expected) => {
		expect(around(at).map((now) => objectionWindowAt(two, now)?.open)).toEqual(expected);
	});

	it('is unknown before the announcement', () => {
		expect(objectionWindowAt(two, around('2024-04-01T00:00:00Z')[0])).toBeNull();
	});

	it('stays as long as it was to be when the announcement came late', () => {
		const late = someNotice([first, { ...second, publishedAt: instant('2024-04-12T00:00:00Z') }]).versions[1];
		expect(late && objectionWindowAt(late, late.announcedAt)).toEqual({
			opensAt: '2024-04-12T00:00:00.000Z',
			closesAt: '2024-05-11T00:00:00.000Z',
			open: true,
		});
	});

	it('closes at the withdrawal, from then on', () => {
		const taken = someNotice([first, { ...second, withdrawnAt: instant('2024-04-20T00:00:00Z') }]).versions[1];
		const closings = around('2024-04-20T00:00:00Z').map((now) => taken && objectionWindowAt(taken, now));
		expect(closings.map((it) => [it?.closesAt.slice(0, 10), it?.open])).toEqual([
			['2024-05-01', true],
			['2024-04-20', false],
			['2024-04-20', false],
		]);
	});
});

it('names each next change, to the end of the last banner', () => {
	const changes = [];
	for (let at = nextChangeAt([notice], instant('2024-01-01T00:00:00Z')); at; at = nextChangeAt([notice], at)) {
		changes.push(at.slice(0, 10));
	}
	expect(changes).toEqual(['2024-04-01', '2024-04-02', '2024-05-01', '2024-06-01', '2024-07-01']);
});
