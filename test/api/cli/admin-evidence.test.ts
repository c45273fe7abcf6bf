import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openStore } from '../../../api/store/open.ts';
import { projectContent, root } from '../../support/places.ts';

/** Runs a command on a data folder whose store is there. */
const onNewStore = async () => {
	const dataDir = await mkdtemp(join(tmpdir(), 'evidence-'));
	onTestFinished(() => rm(dataDir, { recursive: true, force: true }));
	await (await openStore({ dataDir, databaseUrl: undefined, sqliteDriver: 'sqlite3', dataKey: undefined })).close();
	const env = { ...process.env, DATA_DIR: dataDir, CONTENT_DIR: projectContent };
	return {
		dataDir,
		run: (program: string, ...args: string[]) =>
			spawnSync(process.execPath, [join(root, 'api/cli', program), ...args], { encoding: 'utf8', env }),
	};
};

const version = ['--notice', 'california', '--version', '2026-09-01'];

it('writes a file that only its owner may read, and that verifies anywhere', async () => {
	const { dataDir, run } = await onNewStore();
	const { file, kid } = JSON.parse(run('admin.ts', 'evidence', ...version, '--json').stdout);
	expect(file.startsWith(join(dataDir, 'evidence'))).toBe(true);
	expect((await stat(file)).mode & 0o777).toBe(0o600);
	expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ notice: 'california', dealings: null });
	const { status, stdout } = run('notice.ts', 'verify', file, '--key', kid);
	expect(stdout).toBe(
		`The signature, the ledger and every text are whole. The key ${kid} is the one that was named.\n`,
	);
	expect(status).toBe(0);
});

it('ends with 1 for a version or a receipt that there is not, and with 2 where it was used wrongly', async () => {
	const { run } = await onNewStore();
	const codeOf = (...args: string[]) => run('admin.ts', 'evidence', ...args).status;
	expect(codeOf('--notice', 'california', '--version', '2099-01-01')).toBe(1);
	expect(codeOf(...version, '--receipt', '7K3M-9QXA-20FD-WB5T')).toBe(1);
	expect(codeOf(...version, '--receipt', 'lost')).toBe(2);
	expect(codeOf('--notice', 'california')).toBe(2);
});

it('signs with one key until another is set, and keeps the first one listed', async () => {
	const { dataDir, run } = await onNewStore();
	const made = run('admin.ts', 'evidence', ...version, '--json');
	const { kid } = JSON.parse(made.stdout);
	expect(made.stderr).toContain('SIGNING_KEY is not set: made one in');
	expect((await stat(join(dataDir, 'signing.key'))).mode & 0o777).toBe(0o600);
	expect(JSON.parse(run('admin.ts', 'evidence', ...version, '--json').stdout).kid).toBe(kid);
	const env = { ...process.env, DATA_DIR: dataDir, CONTENT_DIR: projectContent, SIGNING_KEY: 'AAAA'.repeat(10) };
	const refused = spawnSync(process.execPath, [join(root, 'api/cli/admin.ts'), 'evidence', ...version], {
		encoding: 'utf8',
		env,
	});
	expect(refused.stderr).toContain('SIGNING_KEY: expected an Ed25519 private key');
	expect(refused.status).toBe(2);
	const other = { ...env, SIGNING_KEY: Buffer.alloc(32, 7).toString('base64url') };
	spawnSync(process.execPath, [join(root, 'api/cli/admin.ts'), 'evidence', ...version], { env: other });
	const listed = JSON.parse(await readFile(join(dataDir, 'signing-keys.json'), 'utf8'));
	expect(listed.keys.map((it: { kid: string }) => it.kid)).toEqual([expect.not.stringMatching(kid), kid]);
});

it('checks the log of events, and ends with 1 where a checkpoint that was kept does not fit', async () => {
	const { dataDir, run } = await onNewStore();
	expect(run('admin.ts', 'evidence', 'check').stdout).toBe('The log is whole: 0 events in the chain.\n');
	run('admin.ts', 'evidence', ...version);
	const checkpoint = join(dataDir, 'checkpoint.json');
	await writeFile(checkpoint, 'not one');
	const { status, stdout } = run('admin.ts', 'evidence', 'check', '--checkpoint', checkpoint);
	expect(stdout).toContain(`✗ ${checkpoint} is not JSON`);
	expect(stdout).toContain('The log is not whole: 0 events in the chain, 1 more wait for the next round.');
	expect(status).toBe(1);
	expect(run('admin.ts', 'evidence', 'check', '--checkpoint', join(dataDir, 'none')).status).toBe(2);
});
