import { createHash } from 'node:crypto';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { ask } from '../support/graphql.ts';
import { publicUrl } from '../support/places.ts';
import { freePort, runProgram, startProgram } from '../support/process.ts';

const folder = () => {
	const made = mkdtempSync(join(tmpdir(), 'noticekeeper-backup-'));
	onTestFinished(() => rmSync(made, { recursive: true, force: true }));
	return made;
};

const start = async (dataDir: string) => {
	const port = String(await freePort());
	const url = `http://127.0.0.1:${port}`;
	const env = { PORT: port, HOST: '127.0.0.1', PUBLIC_URL: publicUrl, DATA_DIR: dataDir, TRUSTED_PROXIES: '1' };
	return { url, env, program: await startProgram(env, ['test/support/server-program.ts']) };
};

const admin = (env: NodeJS.ProcessEnv, ...args: string[]) => runProgram(['api/cli/admin.ts', ...args], env);

const optOut = `mutation ($email: String!) { result: submitRightsRequest(input: {
	population: WEBSITE, rights: [OPT_OUT], email: $email }) { ... on RightsReceipt { code } } }`;
const status = 'query ($code: String!) { requestStatus(code: $code) { requests { status } } }';

/** One person after another asks; the codes of their receipts are in `codes` once they are acknowledged. */
const writeUntil = async (url: string, from: string, codes: string[], going: () => boolean) => {
	for (let turn = 0; going(); turn += 1) {
		const variables = { email: `person-${from}-${turn}@example.com` };
		const { body } = await ask(url, optOut, variables, { 'x-forwarded-for': `10.1.${from}.${turn % 250}` });
		const { code } = (body.data?.result ?? {}) as { code?: string };
		if (code) codes.push(code);
	}
};

const knows = async (url: string, code: string) => {
	const { body } = await ask(
		url,
		status,
		{ code },
		{ 'x-forwarded-for': `10.2.${Math.floor(Math.random() * 60_000) >> 8}.7` },
	);
	return body.data?.requestStatus !== null && body.errors === undefined;
};

const sha256 = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');

it('copies a store that is written to, and a server goes on from the copy elsewhere', async () => {
	const [dataDir, elsewhere, shelf] = [folder(), folder(), folder()];
	const { url, env, program } = await start(dataDir);
	const codes: string[] = [];
	let going = true;
	const writers = ['1', '2', '3', '4'].map((from) => writeUntil(url, from, codes, () => going));
	while (codes.length < 40) await new Promise((done) => setTimeout(done, 20));
	const before = [...codes];
	const made = await admin(env, 'backup', shelf, '--json');
	going = false;
	await Promise.all(writers);
	expect([made.code, made.output]).toEqual([0, expect.stringContaining('"faults":[]')]);
	const copy: string = JSON.parse(made.output).file;
	expect(readdirSync(shelf).sort()).toEqual([basename(copy), 'people.db']);
	const checked = await admin(env, 'check', shelf);
	expect([checked.code, checked.output]).toEqual([
		0,
		expect.stringMatching(/\.db is whole: .+\n.+people\.db is whole: /),
	]);

	const hash = sha256(join(dataDir, 'noticekeeper.db'));
	expect((await admin(env, 'restore', copy)).output).toContain('is in use by another server');
	expect(sha256(join(dataDir, 'noticekeeper.db'))).toBe(hash);
	await program.stop();

	for (const file of readdirSync(dataDir).filter((name) => name.endsWith('.key'))) {
		copyFileSync(join(dataDir, file), join(elsewhere, file));
	}
	const restored = await admin({ ...env, DATA_DIR: elsewhere }, 'restore', copy);
	expect([restored.code, restored.output]).toEqual([0, expect.stringContaining('Restored from')]);
	const second = await start(elsewhere);
	const known = await Promise.all(before.map((code) => knows(second.url, code)));
	expect(known.filter((it) => it)).toHaveLength(before.length);
	await second.program.stop();
	// The store that goes on differs from the copy; the copy can be put in its place again, and nothing is thrown away.
	const again = JSON.parse((await admin({ ...env, DATA_DIR: elsewhere }, 'restore', copy, '--json')).output);
	expect(again.kept).toContain(join(elsewhere, 'noticekeeper.db.before-'));
	expect((await admin(env, 'check', again.kept)).code).toBe(0);
});

it('restores nothing that is damaged, and says what is wrong with it', async () => {
	const [dataDir, shelf] = [folder(), folder()];
	const { env, program } = await start(dataDir);
	const copy: string = JSON.parse((await admin(env, 'backup', shelf, '--json')).output).file;
	await program.stop();
	const hash = sha256(join(dataDir, 'noticekeeper.db'));
	const bytes = readFileSync(copy);
	bytes.fill(0xff, 4096 * 3, 4096 * 4);
	writeFileSync(copy, bytes);
	for (const command of ['check', 'restore']) {
		const { code, output } = await admin(env, command, copy);
		expect(code, output).not.toBe(0);
		expect(output).toMatch(/noticekeeper-\w+\.db (is damaged|cannot be read): [^\n]+\n/);
	}
	expect(sha256(join(dataDir, 'noticekeeper.db'))).toBe(hash);
	expect((await admin(env, 'check')).output).toContain('is whole');
	expect((await admin(env, 'restore', join(shelf, 'none.db'))).output).toContain('There is no file');
});
