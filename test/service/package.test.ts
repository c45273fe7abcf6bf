// Keeps: commitments.accessItems, commitments.portableFormat
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { packageOf } from '../../api/service/package.ts';
import { instant, type PlainDate } from '../../schema/time.ts';
import { someCommitments, somePromises } from '../support/promises.ts';

const commitments = someCommitments({
	accessItems: ['categories', 'sources', 'purposes', 'thirdParties', 'specificPieces', 'disclosedCategories'],
});

const promises = somePromises({
	commitments,
	categories: [
		{
			key: 'identifiers',
			label: 'Names & numbers',
			collected: 'yes',
			sources: ['you'],
			purposes: ['a'],
			disclosed: { answer: 'yes', to: ['hosts'] },
		},
		{ key: 'geolocation', collected: 'yes', sources: ['your phone'], purposes: ['a'] },
	],
});

const rows = [
	{ id: 1, name: '<script>alert(1)</script>', place: null, more: { a: [1] } },
	{ id: -2, name: '=1+1, "x"\nnext', place: null, more: null },
];

const column = (name: string, category: 'identifiers' | 'geolocation') => ({ name, label: name, category });

const filesOf = (given: typeof rows) => {
	const columns = [
		column('id', 'identifiers'),
		column('name', 'identifiers'),
		column('place', 'geolocation'),
		column('more', 'identifiers'),
	];
	const zip = packageOf({
		organisation: 'Fern & Lark',
		notice: 'Privacy notice',
		version: '2026-09-01',
		zone: 'America/Los_Angeles',
		promises,
		madeAt: instant('2026-11-24T03:00:00Z'),
		sinceOn: '2022-01-01' as PlainDate,
		systems: [{ id: 'shop', name: 'The shop', tables: [{ table: 'customer', columns, rows: given }] }],
	});
	return Object.fromEntries(Object.entries(unzipSync(zip)).map(([name, bytes]) => [name, strFromU8(bytes)]));
};

describe('an access package', () => {
	it('says how far back it was asked', () => {
		const files = filesOf(rows);
		expect(files['index.html']).toContain('You asked to know what was collected since 2022-01-01.');
		expect(JSON.parse(files['data.json'] ?? '').sinceOn).toBe('2022-01-01');
	});

	it('answers each listed item for the categories that are held of this person, and no others', () => {
		const { answers } = JSON.parse(filesOf(rows)['data.json'] ?? '');
		const category = 'Names & numbers';
		expect(answers.map(({ item, lines }: { item: string; lines: unknown }) => [item, lines])).toEqual([
			['categories', [{ category, says: [] }]],
			['sources', [{ category, says: ['you'] }]],
			['purposes', [{ category, says: ['To run the service'] }]],
			['thirdParties', [{ category, says: ['Hosting companies'] }]],
			['disclosedCategories', [{ category, says: ['Hosting companies'] }]],
		]);
	});

	it('has a page in which nothing that was held runs or is loaded', () => {
		const page = filesOf(rows)['index.html'] ?? '';
		expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
		expect(page).not.toMatch(/<script|<img|<link|src=|href=/);
	});

	it('is dated by the day in the zone of the notice', () => {
		expect(filesOf(rows)['index.html']).toContain('Made on 2026-11-23, as');
	});

	it('has CSV that spreadsheets read as it is, and run nothing of', () => {
		expect(filesOf(rows)['shop-customer.csv']).toBe(
			'id,name,place,more\r\n1,<script>alert(1)</script>,,"{""a"":[1]}"\r\n-2,"\'=1+1, ""x""\nnext",,\r\n',
		);
	});

	it('keeps the values exact in JSON', () => {
		expect(JSON.parse(filesOf(rows)['data.json'] ?? '').systems[0].tables[0].rows).toEqual(rows);
	});

	it('says of a person of whom nothing is held that there is nothing', () => {
		const page = filesOf([])['index.html'] ?? '';
		expect(page).toContain('<p>None.</p>');
		expect(page).toContain('0 entries');
	});
});
