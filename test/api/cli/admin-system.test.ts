import { spawnSync } from 'node:child_process';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { stringify } from 'yaml';
import { contentCopy } from '../../support/content.ts';
import { projectContent, root } from '../../support/places.ts';
import { newShop, shopSystems } from '../../support/shop.ts';

/** Runs the command on content that declares the shop, with a person's points in a file. */
const onShop = async () => {
	const shop = await newShop();
	const folder = await contentCopy(projectContent);
	const dataDir = join(folder, 'data');
	writeFileSync(join(folder, 'systems.yaml'), stringify(shopSystems));
	const person = join(folder, 'person.yaml');
	writeFileSync(person, 'email: person7@example.org\n');
	const env = { ...process.env, DATA_DIR: dataDir, CONTENT_DIR: folder, SHOP_DATABASE_URL: shop.url };
	const run = (...args: string[]) =>
		spawnSync(process.execPath, [join(root, 'api/cli/admin.ts'), 'system', ...args], { encoding: 'utf8', env });
	return { shop, folder, person, run };
};

it('writes a package that only its owner may read, and overwrites nothing', async () => {
	const { folder, person, run } = await onShop();
	const out = join(folder, 'answer.zip');
	const pack = (since: string) =>
		run('package', '--person', person, '--notice', 'california', '--since', since, '--out', out);
	expect(pack('2022').stderr).toContain("--since: '2022' is no date; expected one such as 2022-01-01");
	const made = pack('2022-01-01');
	expect([made.status, made.stdout]).toEqual([0, `${out}: 100 rows. Look into it before you send it.\n`]);
	expect(statSync(out).mode & 0o777).toBe(0o600);
	const { 'data.json': data = new Uint8Array() } = unzipSync(readFileSync(out));
	const { notice, sinceOn, answers } = JSON.parse(strFromU8(data));
	expect([notice, sinceOn]).toEqual([expect.stringContaining('California'), '2022-01-01']);
	expect(answers).toHaveLength(5);
	const again = run('package', '--person', person, '--notice', 'california', '--out', out);
	expect([again.status, again.stderr]).toEqual([2, expect.stringContaining('overwrites nothing')]);
});

it('erases only with --yes, and says before what it would do', async () => {
	const { shop, person, run } = await onShop();
	const visits = async () => (await shop.ask('select count(*)::int as left from stats.visit where customer_id = 7'))[0];
	const tried = run('erase', '--person', person);
	expect(tried.stdout).toBe('shop: customer: 1\nshop: stats.visit: 79\n');
	expect(tried.stderr).toContain('Tried and taken back');
	expect(await visits()).toEqual({ left: 79 });
	expect(run('erase', '--person', person, '--yes').stdout).toBe(tried.stdout);
	expect(await visits()).toEqual({ left: 0 });
});

it('says where a file is wrong, which variable is missing, and ends with 2', async () => {
	const { folder, person, run } = await onShop();
	writeFileSync(person, 'E-Mail: person7@example.org\n');
	expect(run('find', '--person', person)).toMatchObject({
		status: 2,
		stderr: expect.stringContaining('person.yaml:1'),
	});
	expect(run('find')).toMatchObject({ status: 2, stderr: '--person: name a file, or - for what comes in\n' });
	writeFileSync(join(folder, 'systems.yaml'), stringify(shopSystems).replace('SHOP_DATABASE_URL', 'NO_SUCH_ADDRESS'));
	writeFileSync(person, 'email: person7@example.org\n');
	expect(run('find', '--person', person)).toMatchObject({
		status: 2,
		stderr: expect.stringContaining('NO_SUCH_ADDRESS: expected postgres://'),
	});
});
