import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { fixtureContent } from '../support/content.ts';
import { freePort, startProgram } from '../support/process.ts';

/** An API whose answers no page can be made of. */
const brokenApi = async () => {
	const server = createServer((_, response) => {
		response.setHeader('Content-Type', 'application/json');
		response.end(JSON.stringify({ data: { requestStatus: { requests: null } } }));
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	onTestFinished(() => void server.close());
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

it('answers for a page that fails with a reference, under which the log has the error and nothing of the address', async () => {
	const dataDir = mkdtempSync(join(tmpdir(), 'noticekeeper-failed-'));
	onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
	const port = await freePort();
	const url = `http://127.0.0.1:${port}`;
	const env = { PORT: String(port), HOST: '127.0.0.1', PUBLIC_URL: url, DATA_DIR: dataDir };
	const server = await startProgram({ ...env, CONTENT_DIR: fixtureContent, API_URL: await brokenApi() });

	const body = new URLSearchParams({ code: '0000-0000-0000-0000' });
	const sent = await fetch(`${url}/forms/request-status/`, { method: 'POST', body, redirect: 'manual' });
	const cookie = sent.headers.get('set-cookie')?.split(';')[0] ?? '';
	const page = await fetch(`${url}/requests/status/?token=canary`, { headers: { cookie } });
	const text = await page.text();
	await server.stop();

	expect(page.status).toBe(500);
	const reference = /^Something went wrong on our side\. Reference: ([0-9a-f-]{36})\n$/.exec(text)?.[1];
	const line = server
		.output()
		.split('\n')
		.find((it) => reference && it.includes(reference));
	expect(JSON.parse(line ?? '{}')).toMatchObject({ level: 50, msg: 'request failed', err: { type: 'TypeError' } });
	expect(server.output()).not.toMatch(/canary|Could not render|0000-0000/);
});
