import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { printPromisesKept } from '../../api/cli/promises-kept.ts';
import { dutyWords, isDuty, testsOf } from '../../schema/duties.ts';
import { root } from '../support/places.ts';

const printed = printPromisesKept();
const kept: Record<string, string[]> = JSON.parse(printed);

describe('the list of what tests hold', () => {
	it('is printed fresh', () => {
		expect(readFileSync(join(root, 'schema/generated/promises-kept.json'), 'utf8')).toBe(printed);
	});

	it('has every test of a duty', () => {
		const files = readdirSync(join(root, 'test/duties')).map((file) => `duties/${file}`);
		expect(Object.keys(kept).filter(isDuty).sort()).toEqual(files.sort());
	});

	it.each([
		'commitments.respondWithinDays',
		'commitments.extendToDays',
		'commitments.confirmWithinBusinessDays',
		'commitments.optOutWithinBusinessDays',
		'commitments.accessRequestsPerYear',
		'commitments.optOutSignal',
		'changeTerms.advanceNotice.days',
		'changeTerms.objection.days',
	])('names a test of a duty that holds %s', (path) => {
		expect(testsOf(kept, path).filter(isDuty)).not.toEqual([]);
	});
});

it('a test that names a group of fields holds each of them, and no field that only begins alike', () => {
	const some = { 'duties/a.test.ts': ['changeTerms.objection'], 'duties/b.test.ts': [] };
	expect(testsOf(some, 'changeTerms.objection.days')).toEqual(['duties/a.test.ts']);
	expect(testsOf(some, 'changeTerms.objections')).toEqual([]);
});

it.each([
	['duties/ccpa-1798-130-answers-two-a-year.test.ts', 'CCPA 1798.130: answers two a year'],
	['duties/civil-code-9-a-saturday-counts.test.ts', 'Civil Code 9: a saturday counts'],
	['duties/notice-a-promise-is-kept.test.ts', 'Notice: a promise is kept'],
	['duties/of-another-name.test.ts', 'of another name'],
])('the name of %s says what its test holds', (file, words) => {
	expect(dutyWords(file)).toBe(words);
});
