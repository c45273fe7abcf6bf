// Keeps: commitments.accessItems
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { expect, it, onTestFinished, vi } from 'vitest';
import { stringify } from 'yaml';
import { packPerson } from '../../api/cli/admin/system-package.ts';
import type { SystemScope } from '../../api/cli/admin/system-scope.ts';
import { sendFile } from '../../api/cli/admin/system-send.ts';
import { verifyPerson } from '../../api/cli/admin/system-verify.ts';
import { readConfig } from '../../api/config.ts';
import { systemsFile } from '../../schema/system/system.ts';
import { contentCopy } from '../support/content.ts';
import { openDesk } from '../support/desk.ts';
import { projectContent } from '../support/places.ts';
import { newShop, shopSystems } from '../support/shop.ts';

const email = 'person7@example.org';
const points = { email, name: 'Person 7', customerNumber: '7' };

/** The shop, with its customer number called as the law's point is. */
const systems = systemsFile.parse(JSON.parse(JSON.stringify(shopSystems).replace('"customerId"', '"customerNumber"')));

/** Of 100,000 rows in three tables, 40 are this person's: 1 customer, 20 purchases, 19 visits. */
const shopOfForty = async () => {
	const shop = await newShop();
	await shop.ask(`update stats.visit set customer_id = 8 where ctid in (
		select ctid from stats.visit where customer_id = 7 order by at desc limit 60)`);
	return shop;
};

// 11 CCR §§ 7024, 7062(c): specific pieces, to whom three points and a signed declaration show to be the person.
it('after proof at the high level, with each piece as page, JSON and CSV, and what may not be disclosed only named', async () => {
	const shop = await shopOfForty();
	const [{ rows: total }] = (await shop.ask(`select (select count(*) from customer) + (select count(*) from purchase)
		+ (select count(*) from stats.visit) as rows`)) as [{ rows: string }];
	expect(total).toBe('100000');
	onTestFinished(() => void vi.unstubAllEnvs());
	vi.stubEnv('SHOP_DATABASE_URL', shop.url);
	const contentDir = await contentCopy(projectContent);
	writeFileSync(join(contentDir, 'systems.yaml'), stringify(systems));
	await using desk = await openDesk({ CONTENT_DIR: contentDir });
	const { server } = desk;
	await desk.submit({ rights: ['KNOW_SPECIFIC'], email });
	await desk.confirm();
	const { id, verification } = await desk.request('KNOW_SPECIFIC');
	expect(verification).toMatchObject({ points: 3, declaration: true });

	const [person, zip] = [join(contentDir, 'person.yaml'), join(contentDir, 'answer.zip')];
	writeFileSync(person, stringify(points));
	const scope: SystemScope = {
		config: readConfig({ CONTENT_DIR: contentDir, DATA_DIR: server.dataDir }),
		now: server.now(),
		systems,
		store: async () => server.store,
		options: { person, notice: 'california', out: zip, package: zip, declaration: true, yes: true, json: false },
	};
	await verifyPerson(scope, id);
	expect((await desk.request('KNOW_SPECIFIC')).missingProofs).toEqual([]);
	const proof = await server.store.read((tx) =>
		tx.selectFrom('event').select('data').where('type', '=', 'requestVerified').execute(),
	);
	expect(proof.map(({ data }) => JSON.parse(data))).toMatchObject([
		{ by: 'SYSTEM', points: ['EMAIL', 'NAME', 'CUSTOMER_NUMBER'], declaration: true },
	]);
	expect(JSON.stringify(proof)).not.toContain('Person 7');

	await packPerson(scope);
	await sendFile(scope, id);
	const token = /requests\/answer\/([\w-]{43})\//.exec(await desk.letter('ready to download'))?.[1];
	const answer = await fetch(`${server.url}/requests/answer/${token}/`, {
		method: 'POST',
		body: new URLSearchParams(),
	});
	const bytes = new Uint8Array(await answer.arrayBuffer());
	expect(Buffer.from(bytes).equals(readFileSync(zip))).toBe(true);

	const files = Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, it]) => [name, strFromU8(it)]));
	const { 'index.html': page = '', 'data.json': data = '', ...tables } = files;
	const read = Object.entries(tables).map(([name, text]) => ({ name, rows: parse(text, { columns: true }) }));
	expect(read.map(({ name, rows }) => [name, rows.length])).toEqual([
		['shop-customer.csv', 1],
		['shop-purchase.csv', 20],
		['shop-stats.visit.csv', 19],
	]);
	const json: { systems: { tables: { table: string; rows: object[] }[] }[]; answers: { title: string }[] } =
		JSON.parse(data);
	expect(json.systems[0]?.tables.map(({ rows }) => rows.length)).toEqual([1, 20, 19]);
	expect(json.systems[0]?.tables[0]?.rows).toMatchObject([{ id: 7, email, full_name: 'Person 7', postcode: '90007' }]);
	expect(json.answers.map(({ title }) => title)).toHaveLength(5);
	expect(page.match(/<dl class="row">/g)).toHaveLength(40);
	for (const { title } of json.answers) expect(page.toLowerCase()).toContain(title.toLowerCase());
	for (const text of Object.values(files)) expect(text).not.toMatch(/123-45-1007|4111 1111|person8@/);
	for (const text of [page, data, files['shop-customer.csv']]) {
		expect(text).toContain('Held, never disclosed: a social security');
		expect(text).toContain('Held, never disclosed: a financial account number');
	}
});
