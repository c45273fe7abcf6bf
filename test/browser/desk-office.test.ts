import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newKey } from '../../api/service/keys.ts';
import { newWebhook } from '../../api/service/webhooks.ts';
import { fine, judge } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { openDesk, type TestDesk } from '../support/desk.ts';
import { ask } from '../support/graphql.ts';
import { type Receiver, startReceiver } from '../support/receiver.ts';
import { addPerson, openAs } from '../support/staff-browser.ts';

const submit = `mutation ($reason: String) { submitObjection(input: { notice: "california", version: "2027-03-01",
	email: "ben@example.com", name: "Ben", reason: $reason }) { __typename } }`;
const confirm = 'mutation ($token: String!) { confirmObjection(input: { token: $token }) { __typename } }';

let desk: TestDesk;
let browser: Browser;
let receiver: Receiver;
let officer: Page;
beforeAll(async () => {
	receiver = await startReceiver();
	receiver.answers.push(...Array(200).fill(503));
	desk = await openDesk({ WEBHOOK_TARGETS: 'any' });
	const at = { store: desk.server.store, now: desk.server.now() };
	await newKey(at, { name: 'Warehouse', scopes: ['tasks:read'], days: 90 });
	await newWebhook(at, { url: receiver.url, events: ['optOutRecorded'] });
	await addPerson(desk, 'AUDITOR', `مريم ${'Anna-Katharina von und zu Lothringen '.repeat(4).trim()}`);
	await ask(desk.server.url, submit, { reason: 'אני מתנגדת לשינוי הזה.' });
	const token = /objections\/confirm\/([\w-]{43})\//.exec(await desk.letter('confirm your objection'))?.[1];
	await ask(desk.server.url, confirm, { token });
	browser = await launchBrowser();
	officer = await openAs(browser, desk, 'OFFICER', { path: '/desk/office/' });
});
afterAll(async () => {
	await browser?.close();
	await desk?.[Symbol.asyncDispose]();
	await receiver?.close();
});

const open = async (path: string, ready: string) => {
	await officer.goto(desk.server.url + path);
	await officer.getByText(ready).first().waitFor();
};

const screens = [
	['/desk/office/', 'The officer'],
	['/desk/office/keys/', 'Warehouse'],
	['/desk/office/webhooks/', 'hook?a=b'],
	['/desk/office/systems/', 'No system is declared'],
	['/desk/office/subscribers/', 'Nobody hears of changes'],
	['/desk/audit/', 'key made'],
	['/desk/objections/', 'open until'],
	['/desk/objections/?notice=california&version=2027-03-01', 'To be decided by'],
	['/desk/notices/', 'To be reviewed again'],
] as const;

it.each(screens)('shows %s without a fault, wide and light, narrow and dark', async (path, ready) => {
	await officer.setViewportSize({ width: 1200, height: 900 });
	await officer.emulateMedia({ colorScheme: 'light' });
	await open(path, ready);
	expect(await judge(officer)).toEqual(fine);
	await officer.setViewportSize({ width: 320, height: 800 });
	await officer.emulateMedia({ colorScheme: 'dark' });
	expect(await judge(officer)).toEqual(fine);
	await officer.setViewportSize({ width: 1200, height: 900 });
});

describe('an officer', () => {
	it('decides an objection by keyboard alone, having read it and seen the letter', async () => {
		await open('/desk/objections/?notice=california&version=2027-03-01', 'To be decided by');
		await officer.keyboard.press('j');
		await officer.keyboard.press('Enter');
		await officer.getByRole('button', { name: 'Show it' }).focus();
		await officer.keyboard.press('Enter');
		await officer.getByText('אני מתנגדת לשינוי הזה.').waitFor();
		const decide = officer.getByRole('button', { name: 'See the letter' });
		await decide.focus();
		await officer.keyboard.press('Enter');
		await officer.getByText('One thing needs another look').waitFor();
		expect(await judge(officer)).toEqual(fine);
		await officer.getByLabel('Uphold it').focus();
		await officer.keyboard.press('Space');
		await officer.getByLabel('Reason').focus();
		await officer.keyboard.type('Your data stays where it is.');
		await decide.focus();
		await officer.keyboard.press('Enter');
		await officer.getByRole('article').getByText('Your data stays where it is.').waitFor();
		expect(await judge(officer)).toEqual(fine);
		await officer.getByRole('button', { name: 'Decide, and send' }).focus();
		await officer.keyboard.press('Enter');
		await officer.getByText('Nothing can be decided about it: upheld.').waitFor();
		expect(await desk.letter('Your objection is decided')).toContain('Your data stays where it is.');
	});

	it('makes a key that is shown once, and revokes another after being asked', async () => {
		await open('/desk/office/keys/', 'Warehouse');
		await officer.getByRole('button', { name: 'Make the key' }).click();
		await officer.getByText('2 things need another look').waitFor();
		await officer.getByLabel('What it is for').fill('Reader');
		await officer.getByLabel('see requests, their states').check();
		await officer.getByRole('button', { name: 'Make the key' }).click();
		await officer.getByText('shown this once').waitFor();
		expect(await judge(officer)).toEqual(fine);
		const key = await officer.locator('.bigcode').innerText();
		const list = '{ rightsRequests { edges { cursor } } }';
		expect((await ask(desk.server.url, list, {}, { authorization: `Bearer ${key}` })).status).toBe(200);
		await officer.getByRole('button', { name: 'Revoke (Warehouse)' }).click();
		expect(await officer.locator('button:focus').textContent()).toBe('Revoke (Warehouse)');
		await officer.keyboard.press('Enter');
		await officer.getByText('Revoked on').waitFor();
		await officer.reload();
		await officer.getByText('Revoked on').waitFor();
		expect(await officer.content()).not.toContain(key);
	});

	it('sees what was given up for a webhook, and sends it again', async () => {
		const optOut = 'mutation { submitRightsRequest(input: { population: WEBSITE, rights: [OPT_OUT] }) { __typename } }';
		await ask(desk.server.url, optOut);
		await desk.server.store.write((trx) =>
			trx
				.updateTable('webhookDelivery')
				.set({ failedAt: desk.server.now(), attempts: 10, lastOutcome: '503' })
				.execute(),
		);
		await open('/desk/office/webhooks/', 'hook?a=b');
		await officer.getByRole('link', { name: 'hook?a=b' }).click();
		await officer.getByRole('link', { name: 'Given up' }).click();
		await officer.getByRole('cell', { name: '503' }).waitFor();
		expect(await judge(officer)).toEqual(fine);
		receiver.answers.length = 0;
		await officer.getByRole('button', { name: 'Send all 1 again' }).click();
		await officer.getByText('There is none.').waitFor();
		while (!receiver.got.at(-1)?.body.includes('choice.opt_out.recorded')) await officer.waitForTimeout(50);
	});

	it('is asked to sign in again before the list of staff is changed, and what they entered stays', async () => {
		await open('/desk/office/', 'The officer');
		await officer.getByLabel('Name').fill('Rosa Vale');
		await officer.getByLabel('E-mail address').fill('rosa@staff.example');
		desk.server.addSeconds(15 * 60);
		await officer.getByRole('button', { name: 'Add' }).click();
		await officer.getByText('needs a sign-in that is not older than 15 minutes').waitFor();
		expect(await judge(officer)).toEqual(fine);
		desk.server.addSeconds(-15 * 60);
		await officer.getByRole('button', { name: 'I have signed in' }).click();
		await officer.getByRole('cell', { name: 'Rosa Vale', exact: true }).waitFor();
	});

	it('gives somebody another role, by keyboard alone', async () => {
		await open('/desk/office/', 'Rosa Vale');
		await officer.getByRole('button', { name: 'Role (Rosa Vale)' }).focus();
		await officer.keyboard.press('Enter');
		expect(await officer.locator('h2:focus').textContent()).toBe('Another role for Rosa Vale');
		expect(await judge(officer)).toEqual(fine);
		await officer.getByLabel('editor').focus();
		await officer.keyboard.press('Space');
		await officer.keyboard.press('Enter');
		await officer.getByRole('row', { name: /Rosa Vale .* editor/ }).waitFor();
	});

	it('finds in the audit who read what, and follows it to the objection', async () => {
		await open('/desk/audit/?kind=access', 'personal read');
		const line = officer.getByRole('row', { name: /personal read The officer/ }).first();
		await line.getByRole('link', { name: 'an objection' }).click();
		await officer.getByText('What the person wrote').waitFor();
	});
});

it('shows an auditor who is of staff and lets them change nothing', async () => {
	const auditor = await openAs(browser, desk, 'AUDITOR', { path: '/desk/office/' });
	await auditor.getByRole('cell', { name: 'The officer' }).waitFor();
	expect(await auditor.getByRole('main').getByRole('button').allInnerTexts()).toEqual(['Sign out', 'Keys']);
	await auditor.context().close();
});

it('tells a handler that the office is not theirs, and whose it is', async () => {
	const handler = await openAs(browser, desk, 'HANDLER', { path: '/desk/office/keys/' });
	await handler.getByText('This is for people who may see keys and their scopes').waitFor();
	expect(await judge(handler)).toEqual(fine);
	await handler.context().close();
});
