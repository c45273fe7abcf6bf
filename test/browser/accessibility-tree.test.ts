import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { startServer, type TestServer } from '../support/server.ts';

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

/** What a screen reader is given of the page; codes and clock times differ from run to run. */
const treeOf = async (page: Page) =>
	(await page.locator('body').ariaSnapshot()).replace(/([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}/g, '<code>');

const open = async (path: string) => {
	const page = await browser.newPage();
	await page.goto(server.url + path);
	return page;
};

const sendObjection = async (page: Page, email: string) => {
	await page.waitForSelector('astro-island:not([ssr])', { state: 'attached' });
	await page.locator('input[name=email]').fill(email);
	await page.locator('main form button').click();
};

describe('what a screen reader is given, as it was reviewed', () => {
	it.each([
		['notice', '/california/'],
		['notice-es', '/es/california/'],
		['redline', '/california/compare/2026-09-01...2027-03-01/'],
		['history', '/california/history/'],
	])('%s', async (name, path) => {
		const page = await open(path);
		await expect(await treeOf(page)).toMatchFileSnapshot(`trees/${name}.txt`);
		await page.close();
	});

	it('form errors, with the focus on their summary and a title that says so', async () => {
		const page = await open('/objections/');
		await sendObjection(page, 'nobody');
		await page.waitForSelector('.errors');
		expect(await page.title()).toMatch(/^Error: /);
		expect(await page.evaluate('document.activeElement.matches(".errors")')).toBe(true);
		await expect(await treeOf(page)).toMatchFileSnapshot('trees/form-errors.txt');
		await page.close();
	});

	it('receipt and status, with the focus on the receipt and a title that says done', async () => {
		const page = await open('/objections/');
		await sendObjection(page, 'tree@example.com');
		await page.waitForSelector('.bigcode');
		const code = (await page.locator('.bigcode').textContent()) ?? '';
		expect(await page.title()).toMatch(/^Done: /);
		await page.waitForSelector('.receipt h2:focus');
		await expect(await treeOf(page)).toMatchFileSnapshot('trees/receipt.txt');

		await page.goto(`${server.url}/objections/status/`);
		await page.locator('input#code').fill(code);
		await page.locator('main form:has(#code) button').click();
		await page.waitForSelector('main form[action="/forms/withdraw-objection/"]');
		await expect(await treeOf(page)).toMatchFileSnapshot('trees/status.txt');
		await page.close();
	});
});
