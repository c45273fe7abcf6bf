import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openStore } from '../../../api/store/open.ts';
import { insertPersonal, readPersonal } from '../../../api/store/personal.ts';
import { instant } from '../../../schema/time.ts';
import { runProgram } from '../../support/process.ts';

const data = { email: 'ada@example.com' };
const now = instant('2026-12-01T12:00:00Z');

it('puts a next key in the place of the one in the data folder while a server has the store', async () => {
	const dataDir = mkdtempSync(join(tmpdir(), 'noticekeeper-data-key-'));
	onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
	const config = { dataDir, databaseUrl: undefined, sqliteDriver: 'sqlite3', dataKey: undefined } as const;
	const dataKey = (...args: string[]) =>
		runProgram(['api/cli/admin.ts', 'data-key', ...args], { DATA_DIR: dataDir, DATA_KEY: '', DATA_KEY_NEXT: '' });
	const fileOf = (name: string) => readFileSync(join(dataDir, name), 'utf8');

	const first = await openStore(config);
	await first.write((trx) => insertPersonal(trx, first.vault, { id: 'person-1', data, now }));
	expect((await dataKey('new')).output).toContain('Restart the server');
	expect((await dataKey('new')).output).toContain('There is a next data key already');
	const tooSoon = await dataKey('rotate');
	expect([tooSoon.code, tooSoon.output]).toEqual([2, expect.stringContaining('No server was started with a next')]);
	await first.close();

	const made = fileOf('data-next.key');
	const restarted = await openStore(config);
	const rotated = await dataKey('rotate');
	expect([rotated.code, rotated.output]).toEqual([0, expect.stringContaining('The new key stands in data.key now.')]);
	expect(await restarted.read((tx) => readPersonal(tx, restarted.vault, 'person-1'))).toEqual(data);
	await restarted.close();

	expect(fileOf('data.key')).toBe(made);
	const after = await openStore(config);
	expect(await after.read((tx) => readPersonal(tx, after.vault, 'person-1'))).toEqual(data);
	await after.close();
	expect((await dataKey()).code).toBe(2);
});
