import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verdict } from '../../../schema/materiality/verdict.ts';
import type { Promises } from '../../../schema/notice/frontmatter.ts';
import { someCommitments, somePromises } from '../../support/promises.ts';

const before = somePromises({ categories: [{ key: 'geolocation', collected: 'no', retention: 'one year' }] });
const side = (promises: Promises) => ({ notice: '', id: '', blocks: [], promises });
const judge = (to: Promises) => verdict(side(before), side(to));

const category = (own: object) =>
	({ categories: [{ key: 'geolocation', collected: 'no', retention: 'one year', ...own }] }) as Parameters<
		typeof somePromises
	>[0];

const terms = { inForce: 'effectiveDate', advanceNotice: { days: 30 } } as const;

describe('the promises show', () => {
	it.each<[string, string[], Parameters<typeof somePromises>[0]]>([
		['a category collected', ['M1 adverse'], category({ collected: 'yes' })],
		['a purpose', ['M2 adverse'], category({ purposes: ['a'] })],
		['another name', ['M3 unclear'], { ...category({}), controller: { name: 'Other', address: ['1 Quay Street'] } }],
		['sharing', ['M4 adverse', 'M5 adverse'], category({ soldOrShared: { answer: 'may', to: ['hosts'] } })],
		['a recipient less', ['M5 favourable'], { ...category({}), recipients: [] }],
		['a slower answer', ['M6 adverse'], { ...category({}), commitments: someCommitments({ respondWithinDays: 45 }) }],
		[
			'a faster answer',
			['M6 favourable'],
			{ ...category({}), commitments: someCommitments({ respondWithinDays: 20 }) },
		],
		[
			'fewer answers a year',
			['M6 adverse'],
			{ ...category({}), commitments: someCommitments({ accessRequestsPerYear: 1 }) },
		],
		['longer keeping', ['M7 adverse'], category({ retention: 'two years' })],
		['no word of keeping', ['M7 adverse'], category({ retention: undefined })],
		['terms of change', ['M10 favourable'], { ...category({}), changeTerms: terms }],
	])('%s as %j', (_, codes, own) => {
		const found = judge(somePromises(own));
		expect(found.codes.map(({ code, direction }) => `${code} ${direction}`)).toEqual(codes);
		expect(found.class).toBe('material');
		for (const { evidence } of found.codes) expect(evidence.length).toBeGreaterThan(0);
	});

	it('the children’s age and a weaker promise', () => {
		const children = { directedAt: false, underAge: 16, knowinglyCollected: false, knowinglySoldOrShared: false };
		const [from, to] = [
			somePromises({ children, changeTerms: terms }),
			somePromises({ children: { ...children, underAge: 13 }, changeTerms: { ...terms, noNewUsesUnannounced: false } }),
		];
		expect(verdict(side(from), side(to)).codes.map(({ code, direction }) => `${code} ${direction}`)).toEqual([
			'M8 unclear',
			'M9 adverse',
		]);
	});

	it('that a change of data is never editorial', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 90 }), fc.string({ minLength: 1 }), (days, text) => {
				const to = somePromises({
					...category({ retention: `x${text}` }),
					commitments: someCommitments({ respondWithinDays: days }),
				});
				expect(judge(to).class).not.toBe('editorial');
			}),
			{ numRuns: 100 },
		);
	});
});

it('of a text and itself the verdict is editorial', () => {
	expect(judge(before)).toEqual({ class: 'editorial', codes: [] });
});
