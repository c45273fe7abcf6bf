import { beforeAll, describe, expect, it } from 'vitest';
import { correct, erase, exportRows, find, matches } from '../../../api/connectors/postgres.ts';
import { newShop, reached, type Shop } from '../../support/shop.ts';

const email = 'Person7@Example.org';
const counts = (customer: number, purchase: number, visit: number) => [
	{ table: 'customer', rows: customer },
	{ table: 'purchase', rows: purchase },
	{ table: 'stats.visit', rows: visit },
];

describe('a PostgreSQL of another program with 100,000 rows', () => {
	let shop: Shop;
	beforeAll(async () => {
		shop = await newShop();
	});

	it('finds the rows of one person in tables that know only her number', async () => {
		expect(await find(reached(shop), { email })).toEqual(counts(1, 20, 79));
	});

	it('finds nothing where two points belong to two people', async () => {
		expect(await find(reached(shop), { email, customerId: '8' })).toEqual(counts(0, 0, 0));
	});

	it('says that it did not search where no point finds rows', async () => {
		const person = { name: 'Person 7' };
		expect((await find(reached(shop), person)).map(({ rows }) => rows)).toEqual([null, null, null]);
		expect(await exportRows(reached(shop), person)).toEqual([]);
	});

	it('takes what is given for a value, whatever it holds', async () => {
		expect(await find(reached(shop), { email: "x' or true; drop table customer; --" })).toEqual(counts(0, 0, 0));
		expect(await find(reached(shop), { customerId: 'seven' })).toEqual(counts(0, 0, 0));
	});

	it('says which points agree on one and the same row, and nothing of the others', async () => {
		const given = { email, name: 'Person 7', postcode: '90008', customerId: '8' };
		expect(await matches(reached(shop), given)).toEqual([{ table: 'customer', points: ['email', 'name'] }]);
		expect(await matches(reached(shop), { email: 'nobody@example.org' })).toEqual([]);
	});

	it('exports rows as JSON holds them, and of a withheld column only that there is a value', async () => {
		const [customer, purchase, visit] = await exportRows(reached(shop), { email });
		expect(customer?.rows).toEqual([expect.objectContaining({ id: 7, full_name: 'Person 7' })]);
		expect(customer?.rows[0]?.ssn).toMatch(/^\[Held, never disclosed: a social security/);
		expect(purchase?.rows).toHaveLength(20);
		expect(purchase?.rows[0]).toEqual({ bought_on: '2026-01-08', total: '1.00' });
		expect(visit?.rows[0]).toEqual({ at: '2026-01-01 00:07:00+00', page: { path: '/<b>' } });
	});

	it('tries an erasure with the counts that it would have, and leaves everything as it was', async () => {
		const erased = [
			{ table: 'customer', rows: 1 },
			{ table: 'stats.visit', rows: 79 },
		];
		expect(await erase(reached(shop), { email }, false)).toEqual(erased);
		expect(await find(reached(shop), { email })).toEqual(counts(1, 20, 79));
	});

	it('corrects a declared column of that person and of nobody else', async () => {
		const correction = { system: 'shop', table: 'customer', column: 'postcode', value: '94110' };
		expect(await correct(reached(shop), { email }, correction, false)).toEqual({ table: 'customer', rows: 1 });
		expect(await shop.ask(`select id from customer where postcode = '94110'`)).toEqual([]);
		await correct(reached(shop), { email }, correction, true);
		expect(await shop.ask(`select id from customer where postcode = '94110'`)).toEqual([{ id: 7 }]);
	});

	it('corrects no column that is not declared', async () => {
		const correction = { system: 'shop', table: 'customer', column: 'id"; drop table customer; --', value: '1' };
		await expect(correct(reached(shop), { email }, correction, true)).rejects.toThrow('declares no column');
	});

	it('changes nothing where one table refuses, and says so without a value of the person', async () => {
		await shop.ask('alter table customer alter column email set not null');
		const refusal = await erase(reached(shop), { email }, true).catch((error: unknown) => String(error));
		await shop.ask('alter table customer alter column email drop not null');
		expect(refusal).toContain('shop: PostgreSQL could not be asked, or refused (23502: customer, email)');
		expect(refusal).not.toMatch(/person7/i);
		expect(await find(reached(shop), { email })).toEqual(counts(1, 20, 79));
	});

	it('says of a system that does not answer which one it is, without its secret', async () => {
		const away = { ...reached(shop), url: 'postgres://shop:secret@127.0.0.1:1/shop' };
		const refusal = await find(away, { email }).catch((error: unknown) => String(error));
		expect(refusal).toContain('shop: PostgreSQL could not be asked');
		expect(refusal).not.toContain('secret');
	});
});
