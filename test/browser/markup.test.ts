import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { startServer } from '../support/server.ts';
import { pageKinds } from './page-kinds.ts';

const java = spawnSync('java', ['-version']).status === 0;
if (!java) console.log('skipped: the Nu checker needs Java, and none is installed here');
const jar = join(dirname(createRequire(import.meta.url).resolve('vnu-jar/package.json')), 'build/dist/vnu.jar');

interface Message {
	type: string;
	url: string;
	lastLine: number;
	message: string;
	extract: string;
}

const check = (files: string[]): Promise<Message[]> =>
	new Promise((done, fail) => {
		const child = spawn('java', ['-jar', jar, '--format', 'json', '--stdout', '--exit-zero-always', ...files]);
		let output = '';
		child.stdout.on('data', (text) => {
			output += text;
		});
		child.on('error', fail);
		child.on('close', () => done(JSON.parse(output).messages));
	});

it.skipIf(!java)('has no error in the eyes of the Nu checker, on any kind of page', async () => {
	await using server = await startServer();
	const folder = mkdtempSync(join(tmpdir(), 'noticekeeper-markup-'));
	const files = await Promise.all(
		Object.entries(pageKinds).map(async ([name, { path }]) => {
			const file = join(folder, `${name.replaceAll(' ', '-')}.html`);
			writeFileSync(file, await (await fetch(server.url + path)).text());
			return file;
		}),
	);
	const messages = await check(files);
	rmSync(folder, { recursive: true, force: true });
	expect(
		messages.filter((it) => it.type === 'error').map((it) => [it.url, it.lastLine, it.message, it.extract]),
	).toEqual([]);
});
