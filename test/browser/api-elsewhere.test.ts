import { expect, it } from 'vitest';
import { instant } from '../../schema/time.ts';
import { launchBrowser } from '../support/browser.ts';
import { fixtureContent } from '../support/content.ts';
import { freePort } from '../support/process.ts';
import { startServer, type TestServer } from '../support/server.ts';

/** While objections to the small notice's last version are taken. */
const at = instant('2024-12-20T12:00:00-08:00');

const objectionsIn = ({ store }: TestServer) =>
	store.read((tx) => tx.selectFrom('objection').select('version').execute()).then((rows) => rows.length);

it('sends forms to the API that API_URL names, with script and without', async () => {
	const port = await freePort();
	const publicUrl = `http://127.0.0.1:${port}`;
	const content = { PUBLIC_URL: publicUrl, CONTENT_DIR: fixtureContent };
	await using api = await startServer({ ...content, TRUSTED_PROXIES: '1' }, at);
	await using site = await startServer({ ...content, PORT: String(port), API_URL: api.url }, at);
	const browser = await launchBrowser();
	for (const [index, javaScriptEnabled] of [true, false].entries()) {
		const page = await (await browser.newContext({ javaScriptEnabled })).newPage();
		await page.goto(`${publicUrl}/objections/`);
		if (javaScriptEnabled) await page.waitForSelector('astro-island:not([ssr])', { state: 'attached' });
		await page.locator('input[name=email]').fill(`person-${index}@example.com`);
		await page.locator('main form button').click();
		await page.waitForSelector('.bigcode');
		expect([await objectionsIn(api), await objectionsIn(site)]).toEqual([index + 1, 0]);
	}
	await browser.close();
});

it('lets an opt-out sent to an API elsewhere stand in the browser here', async () => {
	const port = await freePort();
	const publicUrl = `http://127.0.0.1:${port}`;
	await using api = await startServer({ PUBLIC_URL: publicUrl, TRUSTED_PROXIES: '1' });
	await using _site = await startServer({ PUBLIC_URL: publicUrl, PORT: String(port), API_URL: api.url });
	const browser = await launchBrowser();
	const choosing = await (await browser.newContext()).newPage();
	await choosing.goto(`${publicUrl}/requests/opt-out/`);
	await choosing.waitForSelector('astro-island:not([ssr])', { state: 'attached' });
	await choosing.locator('input[name=population][value=WEBSITE]').check();
	await choosing.locator('main form button[type=submit]').click();
	await choosing.waitForSelector('.bigcode');
	await choosing.goto(`${publicUrl}/choices/`);
	expect(await choosing.locator('main').innerText()).toContain('Off since 1 December 2026');
	await browser.close();
});
