import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { pageKinds } from './page-kinds.ts';

let server: TestServer;
let browser: Browser;
beforeAll(async () => {
	server = await startServer();
	browser = await launchBrowser();
});
afterAll(async () => {
	await browser?.close();
	await server?.[Symbol.asyncDispose]();
});

const policyOf = async (path: string) => (await fetch(server.url + path)).headers.get('content-security-policy') ?? '';

/** What the browser says that the policy kept from loading or running. */
const refusalsOn = (page: Page): string[] => {
	const refusals: string[] = [];
	page.on('console', (line) => {
		if (/content security policy/i.test(line.text())) refusals.push(line.text());
	});
	return refusals;
};

/** Opens a page as it would be if somebody had got a script of theirs into it. */
const openWithInjection = async (page: Page, path: string) => {
	await page.route(server.url + path, async (route) => {
		const response = await route.fetch();
		const body = (await response.text()).replace('<main', '<script>window.stranger = true</script><main');
		await route.fulfill({ response, body });
	});
	await page.goto(server.url + path);
};

describe.each(Object.entries(pageKinds))('the policy of %s', (_name, { path }) => {
	it('allows no inline script or style but those of the page', async () => {
		const policy = await policyOf(path);
		expect(policy).toMatch(/^default-src 'none'; script-src [^;]+; style-src 'sha256-/);
		expect(policy).toContain("frame-ancestors 'none'");
		expect(policy).not.toContain('unsafe-inline');
		expect(policy).not.toContain("'unsafe-eval'");
	});

	it('refuses nothing of the page itself, and a script that was put into it', async () => {
		const page = await browser.newPage();
		const refusals = refusalsOn(page);
		await page.goto(server.url + path, { waitUntil: 'networkidle' });
		expect(refusals).toEqual([]);
		await openWithInjection(page, path);
		expect(await page.evaluate('window.stranger')).toBeUndefined();
		expect(refusals).toHaveLength(1);
		await page.close();
	});
});

it('allows no script at all on the page of a notice', async () => {
	expect(await policyOf('/california/')).toContain("script-src 'none'");
});

it('stands on the page of an address that a page rendered per request does not know', async () => {
	const response = await fetch(`${server.url}/california/compare/2000-01-01...2000-01-02/`);
	expect(response.status).toBe(404);
	const page = await browser.newPage();
	const refusals = refusalsOn(page);
	await page.goto(response.url);
	expect(refusals).toEqual([]);
	await page.close();
});

it('is repeated when a page is asked for again and has not changed', async () => {
	const first = await fetch(`${server.url}/california/`);
	const again = await fetch(first.url, { headers: { 'If-None-Match': first.headers.get('etag') ?? '' } });
	expect(again.status).toBe(304);
	expect(again.headers.get('content-security-policy')).toBe(first.headers.get('content-security-policy'));
});

it('is the strictest there is for what is no page', async () => {
	expect(await policyOf('/healthz')).toContain("default-src 'none'; base-uri 'none'; form-action 'none'");
});
