// Keeps: commitments.optOutSignal
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { startServer, type TestServer } from '../support/server.ts';

let server: TestServer;
let browser: Browser;
beforeAll(async () => {
	server = await startServer({ PUBLIC_URL: 'http://localhost' });
	browser = await launchBrowser();
});
afterAll(async () => {
	await browser?.close();
	await server?.[Symbol.asyncDispose]();
});

const open = async (options: BrowserContextOptions, path = '/choices/') => {
	const context = await browser.newContext(options);
	const page = await context.newPage();
	const press = async (name: string) => {
		await page.getByRole('button', { name, exact: true }).click();
		await page.waitForLoadState();
	};
	const visit = (to: string) => page.goto(server.url + to);
	await visit(path);
	return { context, page, press, visit, text: () => page.locator('main').innerText() };
};

const gpc = { extraHTTPHeaders: { 'Sec-GPC': '1' } };
const signal = 'Object.defineProperty(Navigator.prototype, "globalPrivacyControl", { get: () => true })';

describe.each([true, false])('with script %s', (javaScriptEnabled) => {
	it('opts out with one press, shows that it is in effect, and allows it again only in two steps', async () => {
		const { context, page, press, visit, text } = await open({ javaScriptEnabled });
		expect(await text()).toContain('Allowed, as far as the notice in force says.');
		await press('Do not sell or share my data');
		expect(await page.title()).toMatch(/^Done: /);
		expect(await text()).toContain('Off since 1 December 2026');
		const [cookie] = await context.cookies();
		expect(cookie).toMatchObject({ name: 'choices', httpOnly: true, sameSite: 'Lax', path: '/' });
		await press('Allow sale and sharing');
		expect(await text()).toContain('Allow it again?');
		await press('No, leave it as it is');
		expect(await text()).toContain('Off since 1 December 2026');
		await press('Allow sale and sharing');
		await press('Yes, allow it');
		expect(await text()).toContain('Allowed, as far as the notice in force says.');
		await visit('/choices/');
		expect(await context.cookies()).toMatchObject([{ value: cookie?.value }]);
		await context.close();
	});

	it('limits, and stops some recipients beside the choice of all', async () => {
		const { context, page, press, text } = await open({ javaScriptEnabled });
		await press('Limit the use of my sensitive data');
		expect(await text()).toContain('Limited since 1 December 2026');
		await page.locator('summary', { hasText: 'Only with some' }).click();
		await page.getByLabel('advertising networks').check();
		await press('Save for these only');
		expect(await text()).toContain('Off for advertising networks; allowed for the others.');
		await context.close();
	});

	it('shows that the signal of the header was honoured, and that its later absence changes nothing', async () => {
		const { context, page, visit, text } = await open({ javaScriptEnabled, ...gpc });
		expect(await text()).toContain('Opt-out request honoured.');
		await context.setExtraHTTPHeaders({});
		await visit('/choices/');
		expect(await text()).toContain('sent the Global Privacy Control signal before');
		expect(await page.getByRole('button', { name: 'Do not sell or share my data' }).count()).toBe(0);
		await context.close();
	});

	it('follows a yes that was said in spite of the signal, on a page that said so', async () => {
		const { context, press, text } = await open({ javaScriptEnabled, ...gpc });
		await press('Allow sale and sharing');
		expect(await text()).toContain('which says the opposite');
		await press('Yes, allow it');
		expect(await text()).toContain('Your browser says no, and you said yes.');
		await press('Do not sell or share my data');
		expect(await text()).toContain('Opt-out request honoured.');
		await context.close();
	});

	it('lets the form of an opt-out act on this browser at once', async () => {
		const { context, page, visit, text } = await open({ javaScriptEnabled }, '/requests/opt-out/');
		if (javaScriptEnabled) await page.waitForSelector('astro-island:not([ssr])', { state: 'attached' });
		await page.locator('input[name=population][value=WEBSITE]').check();
		await page.locator('main form button[type=submit]:not([name], [hidden])').click();
		await page.waitForSelector('.bigcode');
		await visit('/choices/');
		expect(await text()).toContain('Off since 1 December 2026');
		await context.close();
	});
});

it('shows that the signal of a script was honoured, without a header', async () => {
	const { context, page, visit, text } = await open({}, '/docs/');
	await page.addInitScript(signal);
	await visit('/choices/');
	await page.getByRole('status').getByText('Opt-out request honoured.').waitFor();
	await visit('/choices/');
	expect(await text()).toContain('Opt-out request honoured.');
	await context.close();
});

it('speaks Spanish, and stays there', async () => {
	const { context, page, press, text } = await open({}, '/es/choices/');
	await press('No vendan ni compartan mis datos');
	expect(new URL(page.url()).pathname).toBe('/es/choices/saved/');
	expect(await text()).toContain('Desactivados desde el 1 de diciembre de 2026');
	await context.close();
});
