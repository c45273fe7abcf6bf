import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { ask } from '../support/graphql.ts';
import { linkIn, waitForLetter } from '../support/mailbox.ts';
import { startServer, type TestServer } from '../support/server.ts';

let server: TestServer;
let browser: Browser;
beforeAll(async () => {
	server = await startServer({ MAIL_FILES: 'yes' });
	browser = await launchBrowser();
});
afterAll(async () => {
	await browser?.close();
	await server?.[Symbol.asyncDispose]();
});

/** Opens the link of a letter on this server and presses the one button there. */
const follow = async (page: Page, letter: string, part: string) => {
	await page.goto(server.url + new URL(linkIn(letter, part)).pathname);
	await page.locator('main form button').click();
	await page.waitForLoadState();
};

const codeOn = async (page: Page) => (await page.locator('.bigcode').textContent())?.trim() ?? '';

const statusOf = async (page: Page, path: string, code: string) => {
	await page.goto(server.url + path);
	const form = page.locator('main form[action$="-status/"]');
	await form.locator('input[name=code]').fill(code);
	await form.locator('button[type=submit]').click();
	await page.waitForURL(/status/);
	return page.locator('main').innerText();
};

/** How many objections the announced version has, as everybody sees it. */
const counted = async () => {
	const query = '{ notice(slug: "california") { announced { objectionCount } } }';
	const { body } = await ask(server.url, query);
	return (body.data as { notice: { announced: { objectionCount: number }[] } }).notice.announced[0]?.objectionCount;
};

describe.each([
	{ name: 'with script', javaScriptEnabled: true },
	{ name: 'with script off', javaScriptEnabled: false },
])('$name', ({ name, javaScriptEnabled }) => {
	const address = (flow: string) => `${flow}-${name.replaceAll(' ', '-')}@example.com`;
	const open = async (path: string) => {
		// Codes are looked up twenty times a minute from one network at most, and this clock stands still.
		server.addSeconds(60);
		const context = await browser.newContext({ javaScriptEnabled });
		const page = await context.newPage();
		await page.goto(server.url + path);
		if (javaScriptEnabled) await page.waitForSelector('astro-island:not([ssr])', { state: 'attached' });
		return page;
	};

	it('subscribes, confirms by letter, and ends it by the link in every letter', async () => {
		const email = address('subscribe');
		const page = await open('/subscribe/');
		await page.locator('input[name=notices][value=california]').check();
		await page.locator('input[name=email]').fill(email);
		await page.locator('main form button').click();
		await page.waitForSelector('.receipt');
		await follow(page, await waitForLetter(server.dataDir, email, '/subscribe/confirm/'), '/subscribe/confirm/');
		expect(page.url()).toContain('/subscribe/confirmed/');

		const welcome = await waitForLetter(server.dataDir, email, '/subscribe/leave/');
		await page.goto(server.url + new URL(linkIn(welcome, '/subscribe/leave/')).pathname);
		expect(await page.title()).toContain('End your subscription');
		await page.locator('main form button').click();
		await page.waitForURL(/\/subscribe\/ended\//);
		await page.context().close();
	});

	it('objects, confirms by letter, is counted, sees the status, and withdraws', async () => {
		const email = address('object');
		const page = await open('/objections/');
		await page.locator('input[name=email]').fill(email);
		await page.locator('main form button').click();
		await page.waitForSelector('.bigcode');
		const code = await codeOn(page);
		expect(code).toMatch(/^([0-9A-Z]{4}-){3}[0-9A-Z]{4}$/);
		expect(page.url()).not.toContain(code);

		const letter = await waitForLetter(server.dataDir, email, '/objections/confirm/');
		expect(letter).toContain(code);
		await follow(page, letter, '/objections/confirm/');
		expect(page.url()).toContain('/objections/confirmed/');
		expect(await statusOf(page, '/objections/status/', code)).toContain('Your objection counts.');
		expect(await counted()).toBe(1);
		await page.locator('main form[action="/forms/withdraw-objection/"] button').click();
		await page.waitForLoadState();
		expect(await page.title()).toMatch(/^Done: Your objection is withdrawn/);
		expect(await statusOf(page, '/objections/status/', code)).toContain('You took it back. It no longer counts.');
		expect(await counted()).toBe(0);
		await page.context().close();
	});

	it('asks for access and deletion at once, confirms, sees when each is due, and withdraws', async () => {
		const email = address('ask');
		const page = await open('/requests/know/');
		await page.locator('input[name=population][value=WEBSITE], input[name=population][value=website]').first().check();
		await page.locator('input[name=email]').fill(email);
		await page.locator('main form summary').last().click();
		await page.locator('input[name=rights][value=DELETE]').check();
		await page.locator('main form button[type=submit]:not([name], [hidden])').click();
		await page.waitForSelector('.bigcode');
		const code = await codeOn(page);
		expect(await page.locator('.due time').count()).toBe(2);

		await follow(page, await waitForLetter(server.dataDir, email, '/requests/confirm/'), '/requests/confirm/');
		expect(page.url()).toContain('/requests/confirmed/');
		expect(await statusOf(page, '/requests/status/', code)).toContain('31 December 2026');
		await page.locator('main form[action="/forms/withdraw-request/"] button').first().click();
		await page.waitForLoadState();
		const after = await statusOf(page, '/requests/status/', code);
		expect(after.match(/You took it back\./g)).toHaveLength(1);
		expect(after.match(/We are working on it\./g)).toHaveLength(1);
		await page.context().close();
	});

	it('opts out at once, with no address and no letter', async () => {
		const page = await open('/requests/opt-out/');
		await page.locator('input[name=population][value=WEBSITE], input[name=population][value=website]').first().check();
		await page.locator('main form button[type=submit]:not([name], [hidden])').click();
		await page.waitForSelector('.bigcode');
		expect(await page.locator('.receipt').innerText()).toContain('18 December 2026');
		await page.context().close();
	});

	it('shows the receipt again when the page is loaded again, and records nothing when one goes back and sends once more', async () => {
		const page = await open('/requests/know/');
		await page.locator('input[name=population][value=WEBSITE]').check();
		await page.locator('input[name=email]').fill(address('again'));
		await page.locator('main form button[type=submit]:not([name], [hidden])').click();
		await page.waitForSelector('.bigcode');
		const code = await codeOn(page);
		await page.reload();
		expect(await codeOn(page)).toBe(code);
		await page.goBack();
		if (javaScriptEnabled) await page.waitForSelector('astro-island:not([ssr])', { state: 'attached' });
		expect(await page.locator('input[name=email]').inputValue()).toBe(address('again'));
		await page.locator('main form button[type=submit]:not([name], [hidden])').click();
		await page.waitForSelector('.bigcode');
		expect(await codeOn(page)).toBe(code);
		await page.context().close();
	});

	it('sends a person whom a customer of ours knows to that customer, and records nothing', async () => {
		const page = await open('/requests/delete/');
		await page
			.locator('input[name=population][value=CUSTOMER], input[name=population][value=customer]')
			.first()
			.check();
		await page.locator('input[name=email]').fill(address('referral'));
		await page.locator('main form button[type=submit]:not([name], [hidden])').click();
		await page.waitForSelector('.receipt');
		expect(await page.locator('.receipt').innerText()).toContain('Nothing that you entered was recorded');
		await page.context().close();
	});

	it('keeps what was entered, says what is wrong at the field, and takes the focus there', async () => {
		const page = await open('/requests/correct/');
		await page.locator('input[name=population][value=WEBSITE], input[name=population][value=website]').first().check();
		await page.locator('input[name=email]').fill('not an address');
		await page.locator('textarea[name="corrections.0.what"]').fill('My street');
		await page.locator('main form button[type=submit]:not([name], [hidden])').click();
		await page.waitForSelector('.errors');
		expect(await page.title()).toMatch(/^Error:/);
		expect(await page.locator('input[name=email]').inputValue()).toBe('not an address');
		expect(await page.locator('textarea[name="corrections.0.what"]').inputValue()).toBe('My street');
		const described = await page.locator('input[name=email]').getAttribute('aria-describedby');
		expect(described).toBeTruthy();
		expect(await page.locator('.errors:focus').count()).toBe(1);
		expect(await page.locator('.errors a').count()).toBeGreaterThan(1);
		await page.context().close();
	});
});

it('mails a lost code again, and answers the same for an address that nobody knows', async () => {
	const page = await browser.newPage();
	const answers: string[] = [];
	for (const email of ['ask-with-script@example.com', 'nobody-knows@example.com']) {
		await page.goto(`${server.url}/requests/lost/`);
		await page.locator('input[name=email]').fill(email);
		await page.locator('main form button').click();
		await page.waitForURL(/\/requests\/lost\/sent\//);
		answers.push(await page.locator('main').innerText());
	}
	expect(answers[0]).toBe(answers[1]);
	await page.close();
});
