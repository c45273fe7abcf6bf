import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { freePort } from '../support/process.ts';
import { startServer, type TestServer } from '../support/server.ts';

let publicUrl: string;
let api: TestServer;
let site: TestServer;
let browser: Browser;
beforeAll(async () => {
	const port = await freePort();
	publicUrl = `http://127.0.0.1:${port}`;
	api = await startServer({ PUBLIC_URL: publicUrl, TRUSTED_PROXIES: '1' });
	site = await startServer({ PUBLIC_URL: publicUrl, PORT: String(port), API_URL: api.url });
	browser = await launchBrowser();
});
afterAll(async () => {
	await browser?.close();
	await site?.[Symbol.asyncDispose]();
	await api?.[Symbol.asyncDispose]();
});

const objectionsIn = ({ store }: TestServer) =>
	store.read((tx) => tx.selectFrom('objection').select('version').execute()).then((rows) => rows.length);

it('sends forms to the API that API_URL names, with script and without', async () => {
	for (const [index, javaScriptEnabled] of [true, false].entries()) {
		const page = await (await browser.newContext({ javaScriptEnabled })).newPage();
		await page.goto(`${publicUrl}/objections/`);
		if (javaScriptEnabled) await page.waitForSelector('astro-island:not([ssr])', { state: 'attached' });
		await page.locator('input[name=email]').fill(`person-${index}@example.com`);
		await page.locator('main form button').click();
		await page.waitForSelector('.bigcode');
		expect([await objectionsIn(api), await objectionsIn(site)]).toEqual([index + 1, 0]);
	}
});

it('lets an opt-out sent to an API elsewhere stand in the browser here', async () => {
	const choosing = await (await browser.newContext()).newPage();
	await choosing.goto(`${publicUrl}/requests/opt-out/`);
	await choosing.waitForSelector('astro-island:not([ssr])', { state: 'attached' });
	await choosing.locator('input[name=population][value=WEBSITE]').check();
	await choosing.locator('main form button[type=submit]:not([name], [hidden])').click();
	await choosing.waitForSelector('.bigcode');
	await choosing.goto(`${publicUrl}/choices/`);
	expect(await choosing.locator('main').innerText()).toContain('Off since 1 December 2026');
});
