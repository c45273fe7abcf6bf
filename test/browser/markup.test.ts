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

const errorsIn = async (pages: Record<string, string>) => {
	const folder = mkdtempSync(join(tmpdir(), 'noticekeeper-markup-'));
	const files = Object.entries(pages).map(([name, html]) => {
		const file = join(folder, `${name.replaceAll(' ', '-')}.html`);
		writeFileSync(file, html);
		return file;
	});
	const messages = await check(files);
	rmSync(folder, { recursive: true, force: true });
	return messages.filter((it) => it.type === 'error').map((it) => [it.url, it.lastLine, it.message, it.extract]);
};

it.skipIf(!java)('has no error in the eyes of the Nu checker, on any kind of page', async () => {
	await using server = await startServer();
	const read = async ([name, { path }]: [string, { path: string }]) =>
		[name, await (await fetch(server.url + path)).text()] as const;
	expect(await errorsIn(Object.fromEntries(await Promise.all(Object.entries(pageKinds).map(read))))).toEqual([]);
});

/** Sends a form as a browser without script does: the page that it leads to, in the end. */
const send = async (url: string, form: string, fields: Record<string, string>) => {
	const body = new URLSearchParams(fields);
	const sent = await fetch(`${url}/forms/${form}/`, { method: 'POST', redirect: 'manual', body });
	const location = sent.headers.get('location');
	if (!location) return sent.text();
	const cookie = sent.headers.get('set-cookie')?.split(';')[0] ?? '';
	return (await fetch(url + location, { headers: { cookie } })).text();
};

const codeIn = (html: string) => /[0-9A-Z]{4}(-[0-9A-Z]{4}){3}/.exec(html)?.[0] ?? '';

it.skipIf(!java)('has none in any state of a form: errors, receipts, status, referral', async () => {
	await using server = await startServer();
	const asked = { population: 'WEBSITE', rights: 'DELETE', page: 'DELETE', email: 'ann@example.org' };
	const objected = { version: 'california/2027-03-01', email: 'ann@example.org' };
	const receipt = await send(server.url, 'request', asked);
	const objection = await send(server.url, 'objection', objected);
	const pages = {
		'request errors': await send(server.url, 'request', { ...asked, email: 'not an address' }),
		'request receipt': receipt,
		referral: await send(server.url, 'request', { ...asked, population: 'CUSTOMER' }),
		'request status': await send(server.url, 'request-status', { code: codeIn(receipt) }),
		'unknown code': await send(server.url, 'request-status', { code: 'nothing' }),
		'objection errors': await send(server.url, 'objection', { ...objected, email: '' }),
		'objection receipt': objection,
		'objection status': await send(server.url, 'objection-status', { code: codeIn(objection) }),
		'subscription errors': await send(server.url, 'subscribe', { email: '' }),
		subscribed: await send(server.url, 'subscribe', { email: 'ann@example.org', notices: 'california' }),
	};
	const titles = Object.values(pages).map((html) => /<title>(Error|Done)?/.exec(html)?.[1] ?? 'a page');
	expect(titles.filter((it) => it === 'Error')).toHaveLength(4);
	expect(await errorsIn(pages)).toEqual([]);
});
