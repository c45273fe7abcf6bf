import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { publicUrl } from '../support/places.ts';
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

const printed = async (path: string) => {
	const page = await browser.newPage({ colorScheme: 'dark' });
	await page.goto(server.url + path);
	await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
	return page;
};

/** What the browser understood of the margins of paper. */
const marginsOf = (page: Page): Promise<string> =>
	page.evaluate(
		"[...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]).filter((rule) => rule.type === CSSRule.PAGE_RULE).map((rule) => rule.cssText).join(' ')",
	);

describe('a notice on paper', () => {
	it('carries its date, its lasting address, its hash and the number of the page on every sheet', async () => {
		const page = await printed('/california/');
		const margins = await marginsOf(page);
		expect(margins).toContain('Effective 1 September 2026');
		expect(margins).toContain(`${publicUrl}/california/2026-09-01/`);
		expect(margins).toMatch(/SHA-256 [0-9a-f]{16}…/);
		expect(margins).toContain('counter(page)');
		await page.close();
	});

	it('says the addresses of its links, those of this site in full', async () => {
		const page = await printed('/california/');
		const said = await page.evaluate(
			'[...document.querySelectorAll(\'.text a[href^="/"]\')].map((link) => getComputedStyle(link, "::after").content)',
		);
		expect(said).toContain(`" (${publicUrl}/privacy-policy/)"`);
		await page.close();
	});

	it('is dark ink on light paper, without what only a screen can use', async () => {
		const page = await printed('/california/');
		expect(await page.evaluate('getComputedStyle(document.documentElement).colorScheme')).toBe('light');
		for (const part of ['.bar', '.foot', '.banner', '.toc.side', '.toc.fold'])
			expect(await page.locator(part).isVisible(), part).toBe(false);
		await page.close();
	});
});

it('unfolds on paper what a comparison folds on screen', async () => {
	const page = await printed('/california/compare/2026-09-01...2027-03-01/');
	const folded = page.locator('details.same p');
	expect(await folded.count()).toBeGreaterThan(0);
	expect(await folded.first().evaluate((it) => it.checkVisibility())).toBe(true);
	await page.close();
});
