import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fine, judge } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { pageKinds } from './page-kinds.ts';

const themes = ['light', 'dark'] as const;
const widths = [320, 1280];

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

const open = async (colorScheme: (typeof themes)[number], width: number) => {
	const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 }, bypassCSP: true });
	return context.newPage();
};

const settings = themes.flatMap((theme) => widths.map((width) => ({ theme, width })));

/** One page in every theme and at every width; it is loaded once, since neither changes what is sent. */
const look = async (path: string) => {
	const page = await open('light', 320);
	const strangers: string[] = [];
	page.on('request', (request) => {
		if (!request.url().startsWith(server.url) && !request.url().startsWith('data:')) strangers.push(request.url());
	});
	const response = await page.goto(server.url + path);
	const seen = [];
	for (const { theme, width } of settings) {
		await page.emulateMedia({ colorScheme: theme });
		await page.setViewportSize({ width, height: 900 });
		seen.push({ theme, width, ...(await judge(page)) });
	}
	await page.context().close();
	return { status: response?.status(), strangers, seen };
};

describe('every kind of page, in both themes, at 320 and 1280 px', () => {
	it.each(Object.entries(pageKinds))(
		'%s: no violation, no sideways scrolling, no request to a stranger',
		async (_name, { path, status }) => {
			const seen = settings.map((setting) => ({ ...setting, ...fine }));
			expect(await look(path)).toEqual({ status, strangers: [], seen });
		},
	);
});

describe('every state of a form, in both themes, at 320 and 1280 px', () => {
	it.each(settings)('$theme, $width px: errors, receipt, status and referral', async ({ theme, width }) => {
		const page = await open(theme, width);
		const send = () => page.locator('main form button[type=submit]:not([name], [hidden])').click();
		const visit = async (path: string) => {
			await page.goto(server.url + path);
			await page.waitForSelector('astro-island:not([ssr])', { state: 'attached' });
		};
		await visit('/objections/');
		await send();
		await page.waitForSelector('.errors');
		expect(await judge(page)).toEqual(fine);
		await page.locator('input[name=email]').fill(`axe-${theme}-${width}@example.com`);
		await send();
		await page.waitForSelector('.bigcode');
		expect(await judge(page)).toEqual(fine);
		// Whoever has just been given a receipt need not type its code.
		await page.goto(`${server.url}/objections/status/`);
		await page.waitForSelector('form[action="/forms/withdraw-objection/"]');
		expect(await judge(page)).toEqual(fine);
		await visit('/requests/delete/');
		await page.locator('input[name=population][value=CUSTOMER]').check();
		await page.locator('input[name=email]').fill('axe@example.com');
		await send();
		await page.waitForSelector('.receipt');
		expect(await judge(page)).toEqual(fine);
		await page.context().close();
	});
});

it('finds a picture without words, pale letters and a page too wide for its window', async () => {
	const page = await open('light', 320);
	await page.setContent('<main style="width: 400px"><img src="data:,"><p style="color: #bbb">pale</p></main>');
	const { overflow, violations } = await judge(page);
	expect(overflow).toBeGreaterThan(0);
	expect(violations.map(({ id }) => id)).toEqual(expect.arrayContaining(['image-alt', 'color-contrast']));
	await page.context().close();
});
