import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { sealOf, writeSeal } from '../../../api/publish/seal.ts';
import { builtClient } from '../../site/built.ts';
import { keysFrom, testSeed } from '../../support/published.ts';

const program = fileURLToPath(new URL('../../../api/cli/notice.ts', import.meta.url));
const verify = (...args: string[]) => spawnSync(process.execPath, [program, 'verify', ...args], { encoding: 'utf8' });

/** A copy of the built site, sealed, that the test may tamper with. */
const publishedCopy = async (): Promise<string> => {
	const folder = await mkdtemp(join(tmpdir(), 'published-'));
	onTestFinished(() => rm(folder, { recursive: true, force: true }));
	await cp(await builtClient(), join(folder, 'client'), { recursive: true });
	await writeSeal(folder, await sealOf(folder, keysFrom(testSeed)));
	return folder;
};

it('proves a built site in a folder', async () => {
	const { status, stdout } = verify(await publishedCopy());
	expect(stdout).toContain('the ledger and every signature are whole');
	expect(status).toBe(0);
});

it('ends with 1 and names each file that was tampered with', async () => {
	const folder = await publishedCopy();
	const file = join(folder, 'client/california/index.html');
	await writeFile(file, (await readFile(file, 'utf8')).replaceAll('30 days', '90 days'));
	await rm(join(folder, 'client/california/feed.atom'));
	const { status, stdout } = verify(folder);
	expect(stdout).toBe(
		'/california/  differs from what was signed\n/california/feed.atom  is missing\n2 errors: this is not what was signed.\n',
	);
	expect(status).toBe(1);
});

it('finds a compressed twin that holds something else', async () => {
	const folder = await publishedCopy();
	const client = join(folder, 'client');
	await cp(join(client, 'california/history/index.html.br'), join(client, 'california/index.html.br'));
	expect(verify(client, '--json').stdout).toContain('"/california/"');
});

it('ends with 2 where nothing answers at the address, and says so', () => {
	const { status, stderr } = verify('http://127.0.0.1:9');
	expect(stderr).toContain('http://127.0.0.1:9 cannot be reached');
	expect(status).toBe(2);
});
