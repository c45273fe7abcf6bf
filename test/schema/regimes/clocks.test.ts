import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rights } from '../../../schema/notice/vocabulary.ts';
import { california } from '../../../schema/regimes/california.ts';
import { accessLimit, confirmationDueOn, dueOn, extensionsOf } from '../../../schema/regimes/clocks.ts';
import { isImmediate } from '../../../schema/request/vocabulary.ts';
import { addDays, type PlainDate } from '../../../schema/time.ts';
import { someCommitments } from '../../support/promises.ts';

const on = (date: string) => date as PlainDate;

describe('the due date', () => {
	it.each([
		['DELETE', '2027-12-15', { respondWithinDays: 45 }, '2028-01-29', 'the notice: within 45 days'],
		['DELETE', '2027-12-15', { respondWithinDays: 90 }, '2028-01-29', '11 CCR § 7021(b)'],
		['KNOW_SPECIFIC', '2028-01-30', { respondWithinDays: 30 }, '2028-02-29', 'the notice: within 30 days'],
		['CORRECT', '2028-01-31', { respondWithinDays: 30 }, '2028-03-01', 'the notice: within 30 days'],
		['CORRECT', '2027-02-01', { respondWithinDays: 30 }, '2027-03-03', 'the notice: within 30 days'],
		['OPT_OUT', '2026-12-15', { optOutWithinBusinessDays: 15 }, '2027-01-04', 'the notice: within 15 business days'],
		['LIMIT', '2026-12-15', { optOutWithinBusinessDays: 30 }, '2027-01-04', '11 CCR § 7027(g)'],
		['OPT_OUT', '2026-12-15', { optOutWithinBusinessDays: 1 }, '2026-12-16', 'the notice: within 1 business day'],
	] as const)('of %s received on %s under %j is %s by %s', (right, receivedOn, own, expected, cite) => {
		const due = dueOn(right, on(receivedOn), someCommitments(own), california);
		expect([due.dueOn, due.cite]).toEqual([expected, cite]);
	});

	it('is the promised one where no law yet said otherwise', () => {
		const due = dueOn('LIMIT', on('2019-05-01'), someCommitments(), california);
		expect(due.legalOn).toBeNull();
		expect(due.dueOn).toBe(due.promisedOn);
	});

	it('is never later than the promise, than the law, or than the due date of a later day', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 0, max: 7 * 365 }),
				fc.constantFrom(...rights),
				fc.integer({ min: 1, max: 200 }),
				(days, right, count) => {
					const receivedOn = addDays(on('2023-01-01'), days);
					const promised = someCommitments({ respondWithinDays: count, optOutWithinBusinessDays: count });
					const due = dueOn(right, receivedOn, promised, california);
					expect(due.dueOn > receivedOn).toBe(true);
					expect(due.dueOn <= due.promisedOn).toBe(true);
					expect(due.dueOn <= (due.legalOn ?? due.dueOn)).toBe(true);
					expect(due.dueOn <= dueOn(right, addDays(receivedOn, 1), promised, california).dueOn).toBe(true);
				},
			),
		);
	});
});

it('puts an answer off to no later than 90 days from receipt, in one addition', () => {
	const extensions = extensionsOf('DELETE', on('2027-12-01'), someCommitments({ extendToDays: [60, 120] }), california);
	expect(extensions.map((it) => it.dueOn)).toEqual(['2028-01-30', '2028-02-29']);
});

it.each([
	['a date before the first one', [20, 60], ['2028-01-30']],
	['the law’s last date twice', [100, 120], ['2028-02-29']],
])('offers no extension to %s', (_, extendToDays, expected) => {
	const extensions = extensionsOf('DELETE', on('2027-12-01'), someCommitments({ extendToDays }), california);
	expect(extensions.map((it) => it.dueOn)).toEqual(expected);
});

it('puts off no opt-out and no limitation', () => {
	for (const right of rights.filter(isImmediate)) {
		expect(extensionsOf(right, on('2027-12-01'), someCommitments(), california)).toEqual([]);
		expect(confirmationDueOn(right, on('2027-12-01'), someCommitments(), california)).toBeNull();
	}
});

it('acknowledges within ten business days', () => {
	const late = someCommitments({ confirmWithinBusinessDays: 20 });
	expect(confirmationDueOn('DELETE', on('2027-06-25'), late, california)?.dueOn).toBe('2027-07-08');
});

it.each([
	['KNOW_SPECIFIC', 2, { count: 2, months: 12 }],
	['KNOW_CATEGORIES', 1, { count: 2, months: 12 }],
	['KNOW_CATEGORIES', 4, { count: 4, months: 12 }],
	['DELETE', 1, null],
] as const)('lets a person ask for %s, where %i are promised, %j', (right, promised, expected) => {
	const own = someCommitments({ accessRequestsPerYear: promised });
	expect(accessLimit(right, on('2026-05-01'), own, california)).toEqual(expected);
});

it('sets no limit where the notice sets none', () => {
	const { accessRequestsPerYear: _, ...unlimited } = someCommitments();
	expect(accessLimit('KNOW_SPECIFIC', on('2026-05-01'), unlimited, california)).toBeNull();
});

it('cites a source for every row', () => {
	for (const { cite } of [...california.clocks, ...california.frequencies]) expect(cite).toMatch(/§/);
});

it('has for every right a limit on the answer and a time to keep the record', () => {
	for (const right of rights) {
		for (const duty of ['respond', 'keepRecord']) {
			expect(
				california.clocks.filter((it) => it.duty === duty && (it.rights as readonly string[]).includes(right)),
			).toHaveLength(1);
		}
	}
});
