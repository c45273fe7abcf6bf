// Keeps: changeTerms.noNewUsesUnannounced
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Promises, promises } from '../../../schema/notice/frontmatter.ts';
import { dataChanges } from '../../../schema/notice/redline-data.ts';
import { isTold } from '../../../schema/notice/redline-data-table.ts';
import { someCommitments, somePromises } from '../../support/promises.ts';

const before = somePromises();

describe('the data changes', () => {
	it.each<[string, Parameters<typeof somePromises>[0], string[]]>([
		[
			'a category now collected',
			{ categories: [before.categories[0] as never, { key: 'geolocation', collected: 'yes' }] },
			['Geolocation data: collected no → yes'],
		],
		[
			'a category now shared',
			{
				categories: [
					before.categories[0] as never,
					{ key: 'geolocation', collected: 'no', soldOrShared: { answer: 'may', to: ['hosts'] } },
				],
			},
			['Geolocation data: sold or shared no → may', 'Geolocation data: sold or shared to Hosting companies: added'],
		],
		[
			'a shorter time to answer',
			{ commitments: someCommitments({ respondWithinDays: 45 }) },
			['Answer within: 30 → 45 days'],
		],
		[
			'a longer extension',
			{ commitments: someCommitments({ extendToDays: [90] }) },
			['An answer may be put off to: 60 or 90 → 90 days'],
		],
		[
			'a way to ask',
			{
				commitments: someCommitments({
					methods: [
						{ kind: 'email', value: 'privacy@example.org' },
						{ kind: 'telephone', value: '800 1' },
					],
				}),
			},
			['Telephone added as a way to ask'],
		],
		[
			'a right given up',
			{ commitments: someCommitments({ rights: ['DELETE', 'CORRECT', 'OPT_OUT', 'LIMIT', 'KNOW_SPECIFIC'] }) },
			['Right to know the categories: removed'],
		],
		[
			'agents',
			{ commitments: someCommitments({ agents: { rights: ['DELETE'], proofs: [], mayDenyWithoutProof: true } }) },
			[
				'Agents: now stated',
				'Agents for the right to deletion: added',
				'What an agent shows: not stated → none',
				'An agent without proof may be denied: not stated → yes',
			],
		],
		['a recipient gone', { recipients: [] }, ['Recipient “Hosting companies” removed']],
		[
			'an order',
			{ commitments: someCommitments({ rights: [...someCommitments().rights].reverse() }) },
			['Rights: listed in another order'],
		],
	])('tell of %s', (_, own, lines) => {
		const found = dataChanges(before, somePromises(own));
		expect(found.map(({ line }) => line)).toEqual(lines);
	});

	const bend = (value: unknown, choose: () => number): unknown => {
		if (typeof value === 'boolean') return choose() % 3 === 0 ? !value : value;
		if (typeof value === 'number') return choose() % 3 === 0 ? value + 1 : value;
		if (typeof value === 'string') return choose() % 5 === 0 ? `${value}x` : value;
		if (Array.isArray(value)) {
			const items = value.map((item) => bend(item, choose)).filter(() => choose() % 4 !== 0);
			return choose() % 4 === 0 ? items.reverse() : choose() % 4 === 0 ? [...items, ...items.slice(0, 1)] : items;
		}
		if (typeof value !== 'object' || value === null) return value;
		return Object.fromEntries(
			Object.entries(value).flatMap(([key, it]) => (choose() % 7 === 0 ? [] : [[key, bend(it, choose)]])),
		);
	};

	it('never leave a difference untold, and tell of none where there is none', () => {
		fc.assert(
			fc.property(fc.array(fc.nat(1000), { minLength: 5, maxLength: 80 }), fc.boolean(), (choices, there) => {
				let i = 0;
				const bent = bend(before, () => choices[i++ % choices.length] ?? 0) as Promises; // deliberately not valid
				const safe = { ...bent, purposes: bent.purposes ?? [], recipients: bent.recipients ?? [] };
				const [from, to] = there ? [before, safe] : [safe, before];
				expect(dataChanges(from, to).length > 0).toBe(canonicalize(from) !== canonicalize(to));
			}),
			{ numRuns: 2000 },
		);
	});

	const paths = (schema: z.core.JSONSchema._JSONSchema, path: string): string[] => {
		if (typeof schema === 'boolean') return [];
		const below = Object.entries(schema.properties ?? {}).flatMap(([key, it]) =>
			paths(it, path ? `${path}.${key}` : key),
		);
		const items = schema.items && !Array.isArray(schema.items) ? paths(schema.items, `${path}.*`) : [];
		return [path, ...below, ...items];
	};

	it('have words of their own for every field a version can promise', () => {
		const all = paths(z.toJSONSchema(promises, { io: 'input' }), '');
		// What tells items apart is never told as changed.
		const keys = [
			'categories.*.key',
			'purposes.*.key',
			'recipients.*.key',
			'scope.populations.*.key',
			'scope.excluded.*.what',
			'commitments.methods.*.kind',
		];
		expect(all.length).toBeGreaterThan(60);
		expect(all.filter((path) => !isTold(path) && !keys.includes(path))).toEqual([]);
	});
});
