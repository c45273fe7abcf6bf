import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectContent } from '../support/places.ts';
import { freePort, runProgram } from '../support/process.ts';

let folder: string;
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'noticekeeper-start-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const start = (env: NodeJS.ProcessEnv, args: string[] = []) =>
	runProgram(['api/main.ts', ...args], { DATA_DIR: join(folder, 'data'), PORT: '0', LOG_LEVEL: 'silent', ...env });

describe('what the start refuses, in one plain line with exit code 2', () => {
	it.each([
		[{ PORT: 'eighty' }, 'PORT: expected a whole number'],
		[{ PUBLIC_URL: 'privacy.example.com' }, 'PUBLIC_URL: expected an address'],
		[{ DATABASE_URL: 'mysql://localhost' }, 'DATABASE_URL: expected postgres://'],
		[{ SMTP_URL: 'mail.example.com' }, 'SMTP_URL: expected smtp://'],
		[{ DATA_KEY: 'short' }, 'DATA_KEY: expected 32 bytes'],
		[{ DATA_KEY_FILE: '/nowhere/key' }, 'DATA_KEY_FILE: cannot read the file'],
		[{ OIDC_ISSUER: 'http://login.example.com' }, 'OIDC_ISSUER: expected https'],
		[{ OIDC_CLIENT_ID: 'x' }, 'OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_ROLES: set all three'],
		[{ OIDC_ROLES: '{"groups":{"desk":"boss"}}' }, 'OIDC_ROLES.groups.desk: expected a role'],
		[{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL: expected one of'],
		[{ DKIM_DOMAIN: 'example.com' }, 'DKIM_DOMAIN, DKIM_SELECTOR and DKIM_PRIVATE_KEY: set all three'],
	])('%o', async (env, message) => {
		const { code, output } = await start(env);
		expect(output.trim().split('\n')).toHaveLength(1);
		expect(output).toContain(message);
		expect(code).toBe(2);
	});

	it('a data folder that cannot be written to', async () => {
		const file = join(folder, 'a-file');
		writeFileSync(file, '');
		const { code, output } = await start({ DATA_DIR: join(file, 'data') });
		expect(output).toMatch(/^DATA_DIR: cannot write to .*; name a folder that this user may write to\.\n$/);
		expect(code).toBe(2);
	});

	it('a content folder that is not there', async () => {
		const { code, output } = await start({ CONTENT_DIR: join(folder, 'nowhere') });
		expect(output).toMatch(/^CONTENT_DIR: there is no folder .*; name one that holds notices\/\.\n$/);
		expect(code).toBe(2);
	});

	it('a port that another program listens on', async () => {
		const port = await freePort();
		const other = createServer().listen(port, '127.0.0.1');
		const { code, output } = await start({ PORT: String(port), HOST: '127.0.0.1' });
		other.close();
		expect(output).toContain(`PORT: ${port} is in use by another program`);
		expect(code).toBe(2);
	});

	it('an instant without an offset, and an option that is not there', async () => {
		expect(await start({}, ['--at', '2027-03-01'])).toMatchObject({
			code: 2,
			output: expect.stringContaining('--at:'),
		});
		expect(await start({}, ['--when', 'now'])).toMatchObject({ code: 2, output: expect.stringContaining('--when') });
	});

	it('letters as files in production, unless they are asked for', async () => {
		const { code, output } = await start({ NODE_ENV: 'production' });
		expect(output).toContain('MAIL_FILES=yes');
		expect(code).toBe(2);
	});
});

it('names file, line, field, expectation and remedy where a front matter is invalid, and builds nothing', async () => {
	const content = join(folder, 'content');
	cpSync(projectContent, content, { recursive: true });
	const file = join(content, 'notices/california/2026-09-01.mdx');
	const text = readFileSync(file, 'utf8').replace(/respondWithinDays: \d+/, 'respondWithinDays: soon');
	writeFileSync(file, text);
	const line = text.split('\n').findIndex((it) => it.includes('respondWithinDays')) + 1;
	const { code, output } = await start({ CONTENT_DIR: content });
	expect(output).toContain(`notices/california/2026-09-01.mdx:${line}`);
	expect(output).toContain('commitments.respondWithinDays');
	expect(output).toMatch(/expected/i);
	expect(code).toBe(1);
});
