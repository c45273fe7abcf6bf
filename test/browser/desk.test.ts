import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fine, judge } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { openDesk, type TestDesk } from '../support/desk.ts';
import { openAs } from '../support/staff-browser.ts';

let desk: TestDesk;
let browser: Browser;
beforeAll(async () => {
	desk = await openDesk();
	browser = await launchBrowser();
});
afterAll(async () => {
	await browser?.close();
	await desk?.[Symbol.asyncDispose]();
});

describe('whoever opens the desk', () => {
	it('is sent to sign in, and comes back to the same page', async () => {
		const page = await browser.newPage();
		await page.goto(`${desk.server.url}/desk/requests/?status=ANSWERED`);
		await page.getByRole('link', { name: 'Sign in' }).click();
		expect(new URL(page.url()).searchParams.get('returnTo')).toBe('/desk/requests/?status=ANSWERED');
		await page.close();
		const handler = await openAs(browser, desk, 'HANDLER', { path: '/desk/requests/?status=ANSWERED' });
		await handler.getByText('The handler, handler').waitFor();
		await handler.context().close();
	});

	it('is told what to do instead where script is off', async () => {
		const context = await browser.newContext({ javaScriptEnabled: false });
		const page = await context.newPage();
		await page.goto(`${desk.server.url}/desk/requests/`);
		expect(await page.locator('main').innerText()).toContain('The desk needs script');
		await context.close();
	});

	it('is told whose role may see what theirs may not', async () => {
		const page = await openAs(browser, desk, 'EDITOR');
		await page.getByText('privacy officer, handler, or auditor. You are signed in as editor.').waitFor();
		expect(await judge(page)).toEqual(fine);
		await page.context().close();
	});
});

it('lists the keys by "?", and lets them be switched off', async () => {
	const page = await openAs(browser, desk, 'AUDITOR');
	await page.getByText('There is no request').waitFor();
	expect(await judge(page)).toEqual(fine);
	await page.keyboard.press('?');
	expect(await judge(page)).toEqual(fine);
	await page.getByLabel('Single keys work').uncheck();
	await page.keyboard.press('Escape');
	await page.keyboard.press('?');
	expect(await page.locator('dialog[open]').count()).toBe(0);
	await page.context().close();
});
