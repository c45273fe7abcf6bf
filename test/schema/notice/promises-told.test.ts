import { expect, it } from 'vitest';
import { toldPromises } from '../../../schema/notice/promises-told.ts';
import { isTold } from '../../../schema/notice/redline-data-table.ts';
import { someCommitments, somePromises } from '../../support/promises.ts';

const told = toldPromises(
	somePromises({ soldForMoney: false, commitments: someCommitments({ optOutOf: ['all', 'part'] }) }),
);

it.each([
	['controller.name', 'Name of the organisation', '“Fern & Lark”'],
	['commitments.respondWithinDays', 'Answer within', '30 days'],
	['commitments.extendToDays', 'An answer may be put off to', '60 or 90 days'],
	['commitments.optOutOf', 'Opt-out of', 'all or a part'],
	['commitments.verification.rights', 'Rights that need verification', 'to deletion'],
	['commitments.feeOnlyWhen', 'Grounds for a fee', 'none'],
	['soldForMoney', 'Sold for money', 'no'],
])('tells of %s that %s: %s', (path, label, says) => {
	expect(told).toContainEqual({ path, label, says });
});

it('tells each field once, by a name of its own, and nothing of what is not stated', () => {
	const paths = told.map((it) => it.path);
	expect(new Set(paths).size).toBe(paths.length);
	expect(paths.filter((path) => !isTold(path))).toEqual([]);
	expect(paths.filter((path) => path.startsWith('children'))).toEqual([]);
});
