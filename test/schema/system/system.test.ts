import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { readSystems } from '../../../schema/source/systems.ts';

const reading = async (text?: string) => {
	const folder = mkdtempSync(join(tmpdir(), 'noticekeeper-systems-'));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	if (text) writeFileSync(join(folder, 'systems.yaml'), text);
	return readSystems(folder);
};

const shop = (tables: string) => `- id: shop
  name: The shop
  owner: Ada Lindqvist
  reach:
    by: postgres
    connection: SHOP_DATABASE_URL
    tables:
${tables}`;

const customer =
	'      - { name: customer, match: { email: email }, erase: rows, columns: { email: { category: identifiers } } }\n';

it('declares none where there is no systems.yaml', async () => {
	expect(await reading()).toEqual({ systems: [], flaws: [] });
});

it('reads a system whose second table belongs to its first', async () => {
	const { systems, flaws } = await reading(
		shop(
			`${customer}      - { name: visit, of: { table: customer, column: customer_id, key: id }, erase: rows, columns: { at: { category: internetActivity } } }\n`,
		),
	);
	expect(flaws).toEqual([]);
	expect(systems[0]?.reach).toMatchObject({ by: 'postgres', tables: [{ name: 'customer' }, { name: 'visit' }] });
});

it.each([
	[
		'the address itself in place of its variable',
		shop(customer).replace('SHOP_DATABASE_URL', 'postgres://a:b@c/d'),
		'variable',
	],
	['a table that nothing finds', shop(customer.replace('{ email: email }', '{}')), 'either match, or of'],
	['rows kept without a ground', shop(customer.replace('erase: rows', 'erase: keep')), 'a ground where erase is keep'],
	['columns erased without saying to what', shop(customer.replace('erase: rows', 'erase: columns')), 'erasedTo'],
	[
		'a name that is more than a name',
		shop(customer.replace('name: customer', 'name: "customer; drop"')),
		'name of a table',
	],
	['a table twice', shop(customer + customer), 'each table once'],
	[
		'rows that belong to a table that is not above',
		shop(
			'      - { name: visit, of: { table: customer, column: a, key: b }, erase: rows, columns: { at: { category: internetActivity } } }\n',
		),
		'among the tables above it',
	],
])('refuses %s, by file and line', async (_, text, expected) => {
	const { systems, flaws } = await reading(text);
	expect(systems).toEqual([]);
	expect(flaws).toEqual([
		expect.objectContaining({
			file: 'systems.yaml',
			line: expect.any(Number),
			message: expect.stringContaining(expected),
		}),
	]);
});
