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

describe('the queue', () => {
	it('shows who asks to those who want to know, and lines as they come, by keyboard alone', async () => {
		await desk.submit({ rights: ['DELETE'], name: 'Ana of the Queue' });
		const page = await openAs(browser, desk, 'HANDLER', { viewport: { width: 320, height: 640 }, colorScheme: 'dark' });
		const lines = page.locator('.line');
		await lines.first().waitFor();
		expect(await lines.first().innerText()).toContain('hidden');
		await page.getByRole('button', { name: 'Show who asks' }).press('Enter');
		await page.getByText('Ana of the Queue').waitFor();
		expect(await judge(page)).toEqual(fine);
		const before = await lines.count();
		await desk.submit({ rights: ['OPT_OUT'] });
		await expect.poll(() => lines.count(), { timeout: 6_000 }).toBe(before + 1);
		await page.keyboard.press('j');
		await page.keyboard.press('e');
		await page.waitForURL(/\/desk\/requests\/[^/]+\/$/);
		await page.context().close();
	});

	it('keeps what is shown in its address, and finds a code and an address without', async () => {
		const { code } = await desk.submit({
			rights: ['CORRECT'],
			correction: { what: 'a', shouldBe: 'b' },
			email: 'found@example.com',
		});
		const page = await openAs(browser, desk, 'HANDLER');
		await page.locator('select[name=right]').selectOption('CORRECT');
		await expect.poll(() => page.url()).toContain('right=CORRECT');
		await expect.poll(() => page.locator('.line').count()).toBe(1);
		await page.reload();
		await expect.poll(() => page.locator('.line').count()).toBe(1);
		for (const [words, count] of [
			[String(code), 1],
			['found@example.com', 1],
			['0000-0000-0000-0000', 0],
		] as const) {
			await page.keyboard.press('/');
			await page.getByLabel('Receipt code or e-mail address').fill(words);
			await page.keyboard.press('Enter');
			await expect.poll(() => page.locator('.line').count()).toBe(count);
			expect(page.url()).not.toContain(words);
			await page.locator('h1').click();
		}
		await page.context().close();
	});

	it('shows what laying several aside would do, then what it did to each', async () => {
		const page = await openAs(browser, desk, 'HANDLER');
		await page.locator('.choose input').first().check();
		await page.locator('.choose input').nth(1).check();
		await page.getByRole('button', { name: 'Lay aside as spam…' }).click();
		await page.getByText('Laid aside; no letter leaves.').first().waitFor();
		expect(await judge(page)).toEqual(fine);
		await page.getByRole('button', { name: 'Lay 2 aside' }).click();
		await expect.poll(() => page.getByText('Laid aside.', { exact: false }).count()).toBe(2);
		expect((await desk.requests()).filter(({ status }) => status === 'CLOSED')).toHaveLength(2);
		await page.context().close();
	});
});

it('counts on the first screen what there is to do, and leads to it', async () => {
	const page = await openAs(browser, desk, 'OFFICER', { path: '/desk/' });
	const open = page.getByRole('link', { name: 'open in all' });
	const count = Number((await open.innerText()).match(/\d+/)?.[0]);
	expect(await judge(page)).toEqual(fine);
	await open.click();
	await expect.poll(() => page.locator('.line').count()).toBe(count);
	await page.context().close();
});

it('says that a session has ended as soon as something happens, and leaves what was shown', async () => {
	const page = await openAs(browser, desk, 'OFFICER', { path: '/desk/' });
	await page.locator('.counts').waitFor();
	desk.server.addSeconds(31 * 60);
	await desk.submit({ rights: ['LIMIT'] });
	await page.getByText('You are signed out.').waitFor();
	expect(await page.locator('.counts').count()).toBe(1);
	expect(await judge(page)).toEqual(fine);
	await page.context().close();
});

it('lists the keys by "?", and lets them be switched off', async () => {
	const page = await openAs(browser, desk, 'AUDITOR', { path: '/desk/requests/?status=LAPSED' });
	await page.getByText('No request is in this view.').waitFor();
	expect(await judge(page)).toEqual(fine);
	await page.keyboard.press('?');
	expect(await judge(page)).toEqual(fine);
	await page.getByLabel('Single keys work').uncheck();
	await page.keyboard.press('Escape');
	await page.keyboard.press('?');
	expect(await page.locator('dialog[open]').count()).toBe(0);
	await page.context().close();
});
