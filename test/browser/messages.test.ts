import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fine, judge } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { openDesk, type TestDesk } from '../support/desk.ts';
import { openAs } from '../support/staff-browser.ts';

let desk: TestDesk;
let browser: Browser;
beforeAll(async () => {
	[desk, browser] = await Promise.all([openDesk(), launchBrowser()]);
});
afterAll(async () => {
	await browser?.close();
	await desk?.[Symbol.asyncDispose]();
});

const folder = mkdtempSync(join(tmpdir(), 'noticekeeper-files-'));
const fileOf = (name: string, words: string) => {
	const path = join(folder, name);
	writeFileSync(path, words);
	return path;
};

const looked = async (page: Page) => {
	for (const colorScheme of ['light', 'dark'] as const) {
		await page.emulateMedia({ colorScheme });
		expect(await judge(page)).toEqual(fine);
	}
};

it('lets a person answer a question and send a file on pages without a script, in Spanish, on a small screen', async () => {
	const { code } = await desk.submit({ rights: ['DELETE'], requester: 'AGENT', onBehalfOf: 'Bo', locale: 'es' });
	const confirm = /\/es\/requests\/confirm\/[\w-]{43}\//.exec(await desk.letter('Confirme su solicitud'))?.[0];
	const context = await browser.newContext({
		viewport: { width: 320, height: 800 },
		bypassCSP: true,
	});
	const page = await context.newPage();
	await page.goto(`${desk.server.url}${confirm}`);
	await page.locator('main form button').click();
	await desk.act('DELETE', 'askAboutRightsRequest', { question: 'AUTHORITY', message: 'Envíe el permiso, por favor.' });
	const link = /\/es\/requests\/messages\/[\w-]{43}\//.exec(await desk.letter('Una pregunta sobre'))?.[0];

	await page.goto(`${desk.server.url}${link}`);
	expect(await page.locator('main').innerText()).not.toContain('Envíe el permiso');
	await looked(page);
	await page.getByRole('button', { name: 'Mostrar los mensajes' }).click();
	expect(await page.locator('.messages').innerText()).toContain('Envíe el permiso, por favor.');
	expect(await page.locator('script:not([type="application/ld+json"])').count()).toBe(0);
	await looked(page);

	await page.getByLabel('Su mensaje').fill('Aquí está.');
	await page.getByLabel('Archivos').setInputFiles(fileOf('permiso.txt', 'words'));
	await page.getByRole('button', { name: 'Enviar' }).click();
	expect(await page.locator('.errors').innerText()).toContain('Solo aceptamos archivos PDF, PNG y JPEG.');
	expect(await page.getByLabel('Su mensaje').inputValue()).toBe('Aquí está.');
	await looked(page);

	await page.getByLabel('Archivos').setInputFiles(fileOf('permiso.pdf', '%PDF-1.7 words'));
	await page.getByRole('button', { name: 'Enviar' }).click();
	expect(await page.locator('h1').innerText()).toBe('Su mensaje está enviado');
	expect(await page.locator('.errors').count()).toBe(0);
	const [asked, answered] = await page.locator('.messages > li').allInnerTexts();
	expect([asked, answered]).toEqual([expect.stringContaining('Nosotros'), expect.stringContaining('permiso.pdf')]);
	await looked(page);

	await page.goto(`${desk.server.url}/es/requests/status/`);
	await page.locator('input[name=code]').fill(String(code));
	await page.locator('main form button').first().click();
	expect(await page.locator('.due').innerText()).toContain('Ahora nos toca a nosotros');
	await page.getByRole('button', { name: 'Escríbanos sobre esto' }).click();
	expect(await page.locator('h1').innerText()).toBe('Un enlace va en camino');
	expect(await desk.letter('Su enlace para escribirnos')).toContain('/es/requests/messages/');
	await looked(page);
});

it('shows staff what was written, and hands a file over as a download', async () => {
	const page = await openAs(browser, desk, 'HANDLER');
	const { id } = await desk.request('DELETE');
	await page.goto(`${desk.server.url}/desk/requests/${encodeURIComponent(id)}/`);
	await page.getByRole('button', { name: 'Show the messages' }).click();
	const section = page.getByRole('region', { name: 'Messages' });
	await section.getByText('Aquí está.').waitFor();
	await looked(page);
	const downloaded = page.waitForEvent('download');
	await section.getByRole('button', { name: 'Download permiso.pdf' }).click();
	const file = await downloaded;
	expect(file.suggestedFilename()).toBe('permiso.pdf');
	expect(readFileSync(await file.path(), 'utf8')).toBe('%PDF-1.7 words');
	await page.getByRole('button', { name: 'Write to the person' }).click();
	await page.getByLabel('Your words in the letter').fill('Gracias, con esto basta.');
	await page.getByRole('button', { name: 'Go on', exact: true }).click();
	await page.getByText('Gracias, con esto basta.').last().waitFor();
	await page.getByRole('button', { name: 'Send it', exact: true }).click();
	await page.getByText('Write to the person: done.').waitFor();
	expect(await desk.letter('Un mensaje sobre su solicitud')).toContain('Gracias, con esto basta.');
	await page.getByRole('button', { name: 'Show what is new' }).click();
	await section.getByText('Gracias, con esto basta.').waitFor();
	await looked(page);
});

it('says of a link that works no more how to get another one', async () => {
	const page = await (await browser.newContext({ bypassCSP: true })).newPage();
	await page.goto(`${desk.server.url}/requests/messages/${'t'.repeat(43)}/`);
	await page.getByRole('button', { name: 'Show the messages' }).click();
	expect(await page.locator('main').innerText()).toContain('ask there for another one');
	await looked(page);
});
