// Keeps: commitments.accessItems
import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { exportRows } from '../../api/connectors/postgres.ts';
import { packageOf } from '../../api/service/package.ts';
import { instant } from '../../schema/time.ts';
import { somePromises } from '../support/promises.ts';
import { newShop, reached } from '../support/shop.ts';

it('says that a number is held and sends it in no file of the package', async () => {
	const shop = await newShop();
	const tables = await exportRows(reached(shop), { email: 'person7@example.org' });
	const zip = packageOf({
		organisation: 'Ferrymoor Software, Inc.',
		notice: 'California privacy notice',
		version: '2026-09-01',
		zone: 'America/Los_Angeles',
		promises: somePromises({}),
		madeAt: instant('2026-11-24T03:00:00Z'),
		sinceOn: null,
		systems: [{ id: 'shop', name: 'The shop', tables }],
	});
	const files = Object.entries(unzipSync(zip)).map(([name, bytes]) => ({ name, text: strFromU8(bytes) }));
	expect(files.map(({ name }) => name)).toEqual([
		'index.html',
		'data.json',
		'shop-customer.csv',
		'shop-purchase.csv',
		'shop-stats.visit.csv',
	]);
	for (const { text } of files) expect(text).not.toMatch(/123-45-1007|4111 1111/);
	const customer = files.find(({ name }) => name === 'shop-customer.csv')?.text;
	expect(customer).toContain('Held, never disclosed: a social security');
	expect(customer).toContain('Held, never disclosed: a financial account number');
	expect(files.find(({ name }) => name === 'data.json')?.text).toContain('"full_name": "Person 7"');
});
