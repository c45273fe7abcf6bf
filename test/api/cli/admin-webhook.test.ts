import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openStore } from '../../../api/store/open.ts';
import { root } from '../../support/places.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'noticekeeper-admin-'));
const dataKey = randomBytes(32).toString('base64url');
beforeAll(async () => {
	await (await openStore({ dataDir, databaseUrl: undefined, sqliteDriver: 'node', dataKey })).close();
});
afterAll(() => rmSync(dataDir, { recursive: true }));

/** Runs the operator's command as a person would. */
const admin = async (...args: string[]): Promise<{ code: number; out: string; err: string }> => {
	const env = { PATH: process.env.PATH, DATA_DIR: dataDir, DATA_KEY: dataKey, SQLITE_DRIVER: 'node' };
	try {
		const run = promisify(execFile)(process.execPath, [join(root, 'api/cli/admin.ts'), 'webhook', ...args], { env });
		const { stdout, stderr } = await run;
		return { code: 0, out: stdout, err: stderr };
	} catch (error) {
		const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
		return { code, out: stdout, err: stderr };
	}
};

it('makes a webhook, shows its secret once, lists it, and switches it off and on', async () => {
	expect((await admin('list')).out).toBe('There are no webhooks yet.\n');
	const made = await admin('new', '--url', 'https://hooks.example.com/notices', '--events', 'all', '--json');
	const { id, secret } = JSON.parse(made.out);
	expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
	const listed = await admin('list', '--json');
	expect(JSON.parse(listed.out)).toEqual([
		{
			id,
			url: 'https://hooks.example.com/notices',
			system: null,
			events: [
				'notice.version.announced',
				'notice.version.in_force',
				'notice.version.withdrawn',
				'choice.opt_out.recorded',
				'choice.limit.recorded',
				'choice.opt_in.recorded',
				'system.task.opened',
				'system.task.cancelled',
			],
			state: 'on',
		},
	]);
	expect(listed.out).not.toContain(secret);
	expect((await admin('deliveries', id)).out).toBe('Nothing has been queued for it yet.\n');
	expect(await admin('disable', id)).toMatchObject({ code: 0, out: `${id} is disabled.\n` });
	expect((await admin('disable', id)).code).toBe(1);
	expect((await admin('enable', id)).code).toBe(0);
});

it.each([
	[['new', '--url', 'http://hooks.example.com/', '--events', 'all'], '--url: expected an address of https'],
	[['new', '--events', 'all'], '--url: expected an address such as https://hooks.example.com/notices'],
	[['new', '--url', 'https://hooks.example.com/', '--events', 'everything'], '--events: expected all, or one or more'],
	[['new', '--url', 'https://hooks.example.com/'], '--events: expected all, or one or more'],
	[
		['new', '--url', 'https://hooks.example.com/', '--system', 'nothing'],
		'--system: systems.yaml declares no such system',
	],
	[['deliveries'], '--: name the webhook by its id'],
	[['burn'], 'webhook new --url'],
])('says of %j what was expected', async (args, words) => {
	const { code, err } = await admin(...args);
	expect([code, err]).toEqual([2, expect.stringContaining(words)]);
});

it('says where there is nothing to send again', async () => {
	expect(await admin('replay', 'msg_unknown')).toMatchObject({ code: 1 });
});
