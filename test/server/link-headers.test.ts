import { afterAll, describe, expect, it } from 'vitest';
import { runProgram } from '../support/process.ts';
import { keysFrom, testSeed } from '../support/published.ts';
import { startServer } from '../support/server.ts';

const server = await startServer({ SIGNING_KEY: testSeed });
afterAll(() => server[Symbol.asyncDispose]());

const headersOf = async (path: string, init?: RequestInit) => (await fetch(server.url + path, init)).headers;

/** The links of an answer by their relations. */
const linksOf = (headers: Headers) =>
	Object.fromEntries(
		(headers.get('Link') ?? '')
			.split(/, (?=<)/)
			.map((link) => [/rel="([^"]*)"/.exec(link)?.[1], /<([^>]*)>/.exec(link)?.[1]]),
	);

const site = 'https://privacy.example';

describe('the page of a version that was in force', () => {
	it('says since when, and where the others are', async () => {
		const headers = await headersOf('/california/2025-01-01/');
		expect(headers.get('Memento-Datetime')).toBe('Wed, 01 Jan 2025 08:00:00 GMT');
		expect(linksOf(headers)).toEqual({
			original: `${site}/california/`,
			timegate: `${site}/california/timegate/`,
			timemap: `${site}/california/timemap.link`,
			'first memento': `${site}/california/2021-07-01/`,
			'prev memento': `${site}/california/2023-01-01/`,
			'next last memento': `${site}/california/2026-09-01/`,
			'latest-version': `${site}/california/`,
			'version-history': `${site}/california/history/`,
			'predecessor-version': `${site}/california/2023-01-01/`,
			'successor-version': `${site}/california/2026-09-01/`,
		});
	});

	it('says the same to HEAD and to a client without Brotli', async () => {
		const [whole, head, plain] = await Promise.all([
			headersOf('/california/2025-01-01/'),
			headersOf('/california/2025-01-01/', { method: 'HEAD' }),
			headersOf('/california/2025-01-01/', { headers: { 'Accept-Encoding': 'identity' } }),
		]);
		expect([head.get('Link'), plain.get('Link')]).toEqual([whole.get('Link'), whole.get('Link')]);
	});
});

describe('the page of an announced version', () => {
	it('is no memento', async () => {
		const headers = await headersOf('/california/2027-03-01/');
		expect(headers.get('Memento-Datetime')).toBeNull();
		expect(linksOf(headers)).toEqual({
			'latest-version': `${site}/california/`,
			'version-history': `${site}/california/history/`,
			'predecessor-version': `${site}/california/2026-09-01/`,
		});
	});
});

describe('the page of the notice', () => {
	it('leads to the list of its states and to the announced version', async () => {
		const headers = await headersOf('/california/');
		expect(headers.get('Memento-Datetime')).toBeNull();
		expect(linksOf(headers)).toMatchObject({
			timemap: `${site}/california/timemap.link`,
			'successor-version': `${site}/california/2027-03-01/`,
		});
	});

	it('has a list of its states, of the type that archives look for', async () => {
		const response = await fetch(`${server.url}/california/timemap.link`);
		expect(response.headers.get('Content-Type')).toBe('application/link-format; charset=utf-8');
		expect(await response.text()).not.toContain('2027-03-01');
	});
});

describe('the gate to a time', () => {
	const gate = (path: string, asked?: string) =>
		fetch(`${server.url}${path}timegate/`, {
			redirect: 'manual',
			headers: asked === undefined ? {} : { 'Accept-Datetime': asked },
		});

	it('leads to the version that was in force then, and says that the answer depends on the instant', async () => {
		const response = await gate('/california/', 'Wed, 01 Jan 2025 08:00:00 GMT');
		expect([response.status, response.headers.get('Location')]).toEqual([302, '/california/2025-01-01/']);
		expect(response.headers.get('Vary')).toContain('accept-datetime');
		expect(linksOf(response.headers)).toEqual({
			original: `${site}/california/`,
			timegate: `${site}/california/timegate/`,
			timemap: `${site}/california/timemap.link`,
		});
	});

	it('leads to the one in force where no instant is named, in the language of the address', async () => {
		expect((await gate('/california/')).headers.get('Location')).toBe('/california/2026-09-01/');
		expect((await gate('/es/california/')).headers.get('Location')).toBe('/es/california/2026-09-01/');
	});

	it('says what it expects of an instant that it cannot read, and knows no notice of another name', async () => {
		const response = await gate('/california/', '2025-01-01');
		expect([response.status, await response.text()]).toEqual([400, expect.stringContaining('Tue, 01 Sep 2026')]);
		expect((await gate('/nothing/')).status).toBe(404);
	});
});

describe('the running server', () => {
	const verify = (...args: string[]) => runProgram(['api/cli/notice.ts', 'verify', server.url, ...args]);

	it('names the key that it signs with', async () => {
		const response = await fetch(`${server.url}/.well-known/noticekeeper-key.json`);
		expect(response.headers.get('Content-Type')).toBe('application/json; charset=utf-8');
		expect(await response.json()).toEqual(keysFrom(testSeed).published);
	});

	it('proves all that it publishes to whoever has its address', async () => {
		const { code, output } = await verify();
		expect(output).toMatch(
			/^\d+ files, the ledger and every signature are whole\. The key \S+ was taken at the site's word/,
		);
		expect(code).toBe(0);
	});

	it('proves it by a key that was named', async () => {
		const { kid } = keysFrom(testSeed).key.publicJwk;
		expect((await verify('--key', kid)).output).toContain(`The key ${kid} is the one that was named.`);
		expect((await verify('--key', 'another')).code).toBe(1);
	});
});
