// Keeps: commitments.rights
import { expect, it } from 'vitest';
import { erase } from '../../api/connectors/postgres.ts';
import { newShop, reached } from '../support/shop.ts';

it('erases or strips every row of a person as declared, keeps what the law wants kept, and touches nobody else', async () => {
	const shop = await newShop();
	const others = () =>
		shop.ask(`select md5(string_agg(c::text, '' order by id)) as customers,
			(select md5(string_agg(v::text, '' order by at)) from stats.visit v where customer_id <> 7) as visits
			from customer c where id <> 7`);
	const before = await others();
	await erase(reached(shop), { email: 'person7@example.org' }, true);
	expect(await shop.ask('select * from customer where id = 7')).toEqual([
		{ id: 7, email: null, full_name: 'erased', postcode: null, ssn: null, note: null },
	]);
	expect(await shop.ask('select count(*)::int as left from stats.visit where customer_id = 7')).toEqual([{ left: 0 }]);
	expect(await shop.ask('select count(*)::int as kept from purchase where customer_id = 7')).toEqual([{ kept: 20 }]);
	expect(await others()).toEqual(before);
});
