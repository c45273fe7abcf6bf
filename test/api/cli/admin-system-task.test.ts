import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { strToU8, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { stringify } from 'yaml';
import { openStore } from '../../../api/store/open.ts';
import { openTestApi } from '../../graphql/api.ts';
import { contentCopy } from '../../support/content.ts';
import { projectContent, root } from '../../support/places.ts';
import { newShop, shopSystems } from '../../support/shop.ts';
import { askFor, verify } from '../../support/tasks.ts';

const read = '{ rightsRequests { edges { node { tasksLeft tasks { id status manner note failure } } } } }';

/** A request of somebody whom the shop knows, and the operator's command on the same store and content. */
const onShop = async (right: string) => {
	const shop = await newShop();
	const folder = await contentCopy(projectContent);
	writeFileSync(join(folder, 'systems.yaml'), stringify(shopSystems));
	const dataKey = randomBytes(32).toString('base64url');
	const config = { dataDir: join(folder, 'data'), databaseUrl: undefined, sqliteDriver: 'node', dataKey } as const;
	const api = await openTestApi({ store: await openStore(config) });
	api.replaceLibrary({ ...api.library, systems: shopSystems });
	const key = await api.keyFor('requests:read', 'requests:verify', 'tasks:read');
	const { requests } = await askFor(api, [right], key, 'person7@example.org');
	const env = {
		PATH: process.env.PATH,
		CONTENT_DIR: folder,
		DATA_DIR: config.dataDir,
		DATA_KEY: dataKey,
		SQLITE_DRIVER: 'node',
		SHOP_DATABASE_URL: shop.url,
	};
	const run = async (args: string[], changed: object = {}) => {
		const command = [join(root, 'api/cli/admin.ts'), 'system', ...args];
		return promisify(execFile)(process.execPath, command, { env: { ...env, ...changed } }).then(
			({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
			({ code, stdout, stderr }) => ({ code, stdout, stderr }) as { code: number; stdout: string; stderr: string },
		);
	};
	const state = async () => {
		const { node } = (await api.ask(read, {}, { key })).data.rightsRequests.edges[0];
		return { left: node.tasksLeft, task: node.tasks[0] };
	};
	const verified = () => api.ask(verify, { id: requests[0]?.id }, { key });
	return { api, shop, folder, run, state, verified };
};

it('erases for a task by the confirmed address, once the person is verified, and notes what came of it', async () => {
	const { api, shop, run, state, verified } = await onShop('DELETE');
	await using _ = api;
	const { task } = await state();
	expect(await run(['run', task.id, '--yes'])).toMatchObject({
		code: 1,
		stderr: expect.stringContaining('must be verified'),
	});
	await verified();
	const visits = async () => (await shop.ask('select count(*)::int as left from stats.visit where customer_id = 7'))[0];
	const tried = await run(['run', task.id]);
	expect(tried).toMatchObject({ code: 0, stdout: 'shop: customer: 1\nshop: stats.visit: 79\n' });
	expect(tried.stderr).toContain('Tried and taken back');
	expect([await visits(), (await state()).left]).toEqual([{ left: 79 }, 1]);

	expect((await run(['tasks'])).stdout).toMatch(
		/^[0-9a-f-]{36} {2}due 2026-12-24 {2}OPEN {2}shop {2}ERASE {2}DELETE\n$/,
	);
	const unreachable = await run(['run', task.id, '--yes'], { SHOP_DATABASE_URL: 'postgres://a@127.0.0.1:9/b' });
	expect([unreachable.code, (await state()).task]).toEqual([1, { ...task, status: 'FAILED', failure: 'UNREACHABLE' }]);

	expect((await run(['run', task.id, '--yes'])).stderr).toBe('The task is done: KEPT.\n');
	expect(await state()).toEqual({
		left: 0,
		task: { ...task, status: 'DONE', manner: 'CONNECTOR', note: 'KEPT' },
	});
	expect(await visits()).toEqual({ left: 0 });
	expect((await run(['tasks'])).stdout).toBe('No task is left.\n');
	expect(await run(['run', task.id, '--yes'])).toMatchObject({ code: 1, stderr: 'This has ended already.\n' });
});

it('corrects for a task, by points of a file, and leaves it open where a table cannot be searched by them', async () => {
	const { api, shop, folder, run, state, verified } = await onShop('CORRECT');
	await using _ = api;
	await verified();
	const { task } = await state();
	const person = join(folder, 'person.yaml');
	const correction = join(folder, 'correction.yaml');
	const told = { system: 'shop', table: 'customer', column: 'postcode', value: '94110' };
	writeFileSync(correction, stringify({ ...told, system: 'paper' }));
	const wrong = await run(['run', task.id, '--correction', correction, '--yes']);
	expect(wrong).toMatchObject({ code: 2, stderr: expect.stringContaining('--correction: it is about paper') });
	writeFileSync(correction, stringify(told));
	writeFileSync(person, 'loyaltyNumber: "7"\n');
	const nothing = await run(['run', task.id, '--correction', correction, '--person', person, '--yes']);
	expect(nothing.stderr).toContain('give points');
	expect((await state()).left).toBe(1);
	writeFileSync(person, 'customerId: "7"\n');
	expect((await run(['run', task.id, '--correction', correction, '--person', person, '--yes'])).stderr).toContain(
		'CORRECTED',
	);
	expect(await shop.ask('select postcode from customer where id = 7')).toEqual([{ postcode: '94110' }]);
	expect((await state()).task).toMatchObject({ status: 'DONE', manner: 'CONNECTOR', note: 'CORRECTED' });
	expect(await run(['run', 'nothing'])).toMatchObject({
		code: 2,
		stderr: expect.stringContaining('there is no task nothing'),
	});
});

it('sends a package by a link once the person is verified, and takes nothing that is no zip', async () => {
	const { api, folder, run, verified } = await onShop('KNOW_SPECIFIC');
	await using _ = api;
	const { id } = await api.store.read((tx) => tx.selectFrom('request').select('id').executeTakeFirstOrThrow());
	const zip = join(folder, 'answer.zip');
	writeFileSync(zip, '{}');
	const send = () => run(['send', id, '--package', zip]);
	expect(await send()).toMatchObject({ code: 2, stderr: expect.stringContaining('is no zip') });
	writeFileSync(zip, zipSync({ 'index.html': strToU8('All of it') }));
	expect(await send()).toMatchObject({ code: 1, stderr: expect.stringContaining('must be verified') });
	const person = join(folder, 'person.yaml');
	writeFileSync(person, 'email: person7@example.org\n');
	expect(await run(['verify', id, '--person', person, '--declaration', '--yes'])).toMatchObject({
		code: 1,
		stderr: expect.stringContaining('Agree: EMAIL. Too few points match'),
	});
	await verified();
	expect((await send()).stdout).toMatch(/^[0-9a-f-]{36}: the person is sent a link; it works until /);
	expect((await api.deliver()).map(({ kind, to }) => [kind, to])).toEqual([['package-ready', 'person7@example.org']]);
	expect(await run(['send', 'nothing', '--package', zip])).toMatchObject({
		code: 1,
		stderr: 'There is no such request.\n',
	});
	expect(await run(['send', id])).toMatchObject({
		code: 2,
		stderr: expect.stringContaining('--package: name the zip'),
	});
});
