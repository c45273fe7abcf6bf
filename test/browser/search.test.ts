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

const open = async (path: string, javaScriptEnabled = true) => {
	const page = await (await browser.newContext({ javaScriptEnabled })).newPage();
	const requests: string[] = [];
	page.on('request', (request) => requests.push(request.url()));
	await page.goto(server.url + path);
	return { page, requests };
};

const type = async (page: Page, words: string) => {
	await page.locator('#q').fill(words);
	await page.locator('#_count', { hasText: /\d/ }).waitFor();
};

const hits = (page: Page) =>
	page.locator('#_found a').evaluateAll((links) => links.map((it) => it.getAttribute('href')));

describe('with script', () => {
	it('finds while one types, by the stem of a word, with the section and the words around it', async () => {
		const { page } = await open('/search/');
		await type(page, 'objecting');
		expect(await page.locator('#_found li').first().innerText()).toMatch(/object/i);
		expect(await page.locator('#_found mark').count()).toBeGreaterThan(0);
		expect((await hits(page)).every((it) => /^\/[a-z-]+\/#[a-z-]+$/.test(it ?? ''))).toBe(true);
		await page.context().close();
	});

	it('sends the words to nobody, and keeps them for coming back', async () => {
		const { page, requests } = await open('/search/');
		await type(page, 'deletion');
		await page.locator('#_found a').first().click();
		await page.waitForURL(/#[a-z-]+$/);
		await page.goBack();
		await page.locator('#_found li').first().waitFor();
		expect(await page.locator('#q').inputValue()).toBe('deletion');
		expect(requests.filter((it) => it.includes('deletion') || !it.startsWith(server.url))).toEqual([]);
		await page.context().close();
	});

	it('looks into earlier and announced versions only when asked to', async () => {
		const { page } = await open('/search/');
		await type(page, 'inferences');
		expect((await hits(page)).filter((it) => /\d{4}-\d\d-\d\d/.test(it ?? ''))).toEqual([]);
		await page.locator('#_all').check();
		await page.locator('#_found a[href*="/2025-01-01/"]').first().waitFor();
		expect(await page.locator('#_found').innerText()).toContain('Superseded');
		await page.context().close();
	});

	it('says that nothing was found, and forgets what was found once the words are gone', async () => {
		const { page } = await open('/search/');
		await type(page, 'xylophone');
		expect(await page.locator('#_count').innerText()).toBe('Sections found: 0');
		await page.locator('#q').fill('');
		await page.locator('#_count', { hasNotText: /\d/ }).waitFor({ state: 'attached' });
		expect(page.url()).toBe(`${server.url}/search/`);
		await page.context().close();
	});

	it('finds Spanish texts on the Spanish page', async () => {
		const { page } = await open('/es/search/');
		await type(page, 'oponerse');
		expect((await hits(page)).length).toBeGreaterThan(0);
		expect((await hits(page)).every((it) => it?.startsWith('/es/'))).toBe(true);
		await page.context().close();
	});

	it('sends the form where the search cannot be loaded', async () => {
		const { page } = await open('/search/');
		await page.route('**/pagefind/**', (route) => route.abort());
		await page.locator('#q').fill('deletion');
		await page.waitForURL(/\?q=deletion/);
		expect(await page.locator('#_found li').count()).toBeGreaterThan(0);
		await page.context().close();
	});
});

it('finds with script off, earlier versions when asked', async () => {
	const { page } = await open('/search/', false);
	await page.locator('#q').fill('inferences');
	await page.locator('main button').click();
	expect(await page.locator('#_found').innerText()).not.toContain('Superseded');
	await page.locator('#_all').check();
	await page.locator('main button').click();
	expect(await page.locator('#_found').innerText()).toContain('Superseded');
	await page.context().close();
});
