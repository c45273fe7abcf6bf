import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { fine, judge } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { openDesk, type TestDesk } from '../support/desk.ts';
import { openAs, signInFrom } from '../support/staff-browser.ts';

let desk: TestDesk;
let browser: Browser;
let page: Page;
beforeAll(async () => {
	desk = await openDesk();
	browser = await launchBrowser();
	page = await openAs(browser, desk, 'HANDLER', { path: '/desk/requests/' });
});
afterAll(async () => {
	await browser?.close();
	await desk?.[Symbol.asyncDispose]();
});

type Fields = Record<string, unknown>;

let day = 10;

/** Enters a request that came by mail, each a day after the last, and answers where its screen stands. */
const received = async (right: string, input: Fields = {}): Promise<string> => {
	day += 1;
	await desk.record({
		...{ rights: [right], manner: 'EMAIL', receivedOn: `2026-11-${day}`, email: `${right.toLowerCase()}@example.com` },
		...input,
	});
	return `${desk.server.url}/desk/requests/${encodeURIComponent((await desk.request(right)).id)}/`;
};

const open = async (at: string, on: Page = page) => {
	await on.goto(at);
	await on.getByRole('heading', { name: 'What to do next' }).waitFor();
};

const nextOf = (on: Page) => on.getByRole('region', { name: 'What to do next' });
const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
const says = (words: string, on: Page = page) => on.getByText(words).waitFor();
const write = (words: string) => page.getByLabel('Your words in the letter').fill(words);

const verify = async () => {
	await press('Note who the person is');
	const matching = page.getByRole('group', { name: 'What matches the data that you hold?' });
	for (const point of ['E-mail address', 'Name', 'Customer number']) await matching.getByLabel(point).check();
	const declaration = page.getByLabel('The person has signed');
	if (await declaration.count()) await declaration.check();
	await press('Go on');
	await says('Note who the person is: done.');
};

const send = async (name: string) => {
	await press('Go on');
	await press('Send it');
	await says(`${name}: done.`);
};

it('takes an agent’s request for data from the telephone to the letter, with nothing wrong on any screen between', async () => {
	await page.goto(`${desk.server.url}/desk/requests/new/`);
	await page.getByLabel('By telephone').check();
	await page.getByLabel('When did it come?').fill('2026-11-09');
	await page.getByLabel('You visited').check();
	await press('Enter it');
	await says('One thing needs another look');
	expect(await judge(page)).toEqual(fine);
	await page.getByLabel('Know data').check();
	await page.getByLabel('An agent').check();
	await page.getByLabel('Name of whoever asks').fill('Ada Agent');
	await page.getByLabel('E-mail address (optional)', { exact: true }).fill('ada@example.com');
	await page.getByLabel('What they said').fill('Their shop account.');
	await press('Enter it');
	await says('It is entered');
	expect(await judge(page)).toEqual(fine);
	await page.getByRole('link', { name: 'Know data' }).click();
	await says('9 November 2026, by telephone');
	expect(await judge(page)).toEqual(fine);
	await press('Show what they wrote');
	await says('Their shop account.');
	await press('Note what shows that they may ask');
	await page.getByLabel('Permission that the person signed').check();
	expect(await judge(page)).toEqual(fine);
	await press('Go on');
	await says('Permission that the person signed: shown');
	await verify();
	await press('Answer it');
	await page.getByLabel('All of it is granted').check();
	await write('Your data comes with a link of its own.');
	await press('Go on');
	await says('Your data comes with a link of its own.');
	expect(await judge(page)).toEqual(fine);
	await press('Send it');
	await says('Answer it: done.');
	expect(await judge(page)).toEqual(fine);
	await arrives('The answer to your request', 'Your data comes with a link of its own.');
});

it('grants a deletion in part, with a ground for what is kept', async () => {
	await open(await received('DELETE'));
	await verify();
	await press('Answer it');
	await page.getByLabel('A part of it is granted').check();
	await write('Your order is kept until its warranty ends.');
	await press('Go on');
	// The browser itself says that no part has been named.
	expect(await page.getByLabel('Identifiers').evaluate((it: HTMLSelectElement) => it.validationMessage)).toBe(
		'Choose 1 more.',
	);
	await page.getByLabel('Commercial information').selectOption('TRANSACTION');
	await send('Answer it');
	expect(await desk.letter('granted in part')).toMatch(/Commercial information: .*1798\.105\(d\)\(1\)/);
});

/** Waits until a letter with some words has come. */
const arrives = (subject: string, words: string) =>
	vi.waitFor(async () => expect(await desk.letter(subject)).toContain(words), { timeout: 15_000 });

/** Moves with the tab key until a control has the focus. */
const tabTo = async (name: string) => {
	const isThere = (wanted: string) => {
		const it = document.activeElement as HTMLInputElement | null;
		const label = it?.labels?.[0]?.textContent ?? it?.textContent ?? '';
		return label.trim().startsWith(wanted);
	};
	for (let tries = 0; tries < 80 && !(await page.evaluate(isThere, name)); tries += 1) await page.keyboard.press('Tab');
	expect(await page.evaluate(isThere, name)).toBe(true);
};

it('puts an answer off by keyboard alone, and the reader hears of the later date', async () => {
	await open(await received('KNOW_CATEGORIES'));
	await tabTo('Put the answer off');
	await page.keyboard.press('Enter');
	await page.locator('h3:focus').waitFor();
	await page.keyboard.press('Tab');
	await page.keyboard.press('Space');
	await tabTo('The request is complex');
	await page.keyboard.press('Space');
	await tabTo('Your words in the letter');
	await page.keyboard.type('We look through old records.');
	await tabTo('Go on');
	await page.keyboard.press('Enter');
	await says('We need more time to answer your request');
	await tabTo('Send it');
	await page.keyboard.press('Enter');
	await says('Put the answer off: done.');
	await arrives('We need more time', 'We look through old records.');
	expect((await desk.request('KNOW_CATEGORIES')).dueOn).toBe('2027-01-11');
	await verify();
	await press('Answer it');
	await page.getByLabel('All of it is granted').check();
	await write('These are the categories.');
	await send('Answer it');
});

it('asks about a correction, writes to the person, and refuses it with its ground', async () => {
	await open(await received('CORRECT', { correction: { what: 'My street', shouldBe: 'Quay Street' } }));
	await press('Ask the person something');
	await page.getByLabel('More details').check();
	await write('Which street?');
	await send('Ask the person something');
	await press('Write to the person');
	await write('We look into it.');
	await send('Write to the person');
	await press('Show what they wrote');
	await says('Quay Street');
	await press('Show the messages');
	await says('We look into it.');
	expect(await judge(page)).toEqual(fine);
	await press('Refuse it');
	await page.getByLabel('Who asks could not be verified').check();
	await write('We could not find you.');
	await send('Refuse it');
	await arrives('We could not do what you asked', 'We could not find you.');
});

it('carries out what acts at once without a word of proof, and refuses only on its own grounds', async () => {
	await open(await received('OPT_OUT'));
	await says('Nobody has to prove who they are for this.');
	expect(await page.getByRole('button', { name: 'Note who the person is' }).count()).toBe(0);
	await press('Answer it');
	await write('It is stopped.');
	await send('Answer it');
	await open(await received('LIMIT'));
	await press('Refuse it');
	expect(await page.getByLabel('Who asks could not be verified').count()).toBe(0);
	await page.getByLabel('Fraudulent').check();
	await write('The reasons are on record.');
	await send('Refuse it');
	await page.getByRole('button', { name: 'Take it up again' }).waitFor();
});

const kept = () => page.evaluate(() => Object.values(sessionStorage).join());

it('keeps what was written over a reload, and forgets it when it was sent', async () => {
	await open(await received('DELETE'));
	await press('Ask the person something');
	await page.getByLabel('More details').check();
	await write('Which of your accounts?');
	await page.reload();
	await says('Your words in the letter');
	expect(await page.getByLabel('Your words in the letter').inputValue()).toBe('Which of your accounts?');
	expect(await page.getByLabel('More details').isChecked()).toBe(true);
	expect(await kept()).toContain('Which of your accounts?');
	await send('Ask the person something');
	expect(await kept()).not.toContain('Which of your accounts?');
});

it('shows a second handler live what the first has done, and lets nobody overwrite it', async () => {
	const at = await received('DELETE');
	await open(at);
	await press('Refuse it');
	await page.getByLabel('exempt').check();
	await write('It is exempt.');
	await press('Go on');
	await says('We could not do what you asked');
	const second = await openAs(browser, desk, 'OFFICER', { path: new URL(at).pathname });
	await second.getByRole('button', { name: 'Lay it aside' }).click();
	await second.getByLabel('It is no request').check();
	await second.getByRole('button', { name: 'Go on' }).click();
	await says('Lay it aside: done.', second);
	await second.context().close();
	// Nothing is pressed: it shows by itself, and the button is gone with it.
	await says('can no longer be done: somebody else was faster');
	expect(await page.locator('main').innerText()).toContain('It is exempt.');
	expect((await desk.request('DELETE')).status).toBe('CLOSED');
	await nextOf(page).getByText('Laid aside as no request').waitFor();
	expect(await judge(page)).toEqual(fine);
	await press('Throw it away');

	await press('Take it up again');
	const third = await openAs(browser, desk, 'OFFICER', { path: new URL(at).pathname });
	await third.getByRole('button', { name: 'Take it up again' }).waitFor();
	await page.getByLabel('We made a mistake').check();
	await write('We look at it again.');
	await send('Take it up again');
	await says('New since you opened this', third);
	await nextOf(third).getByText('Taken up again').waitFor();
	await third.context().close();
});

it('asks for another sign-in before it sends, and loses nothing meanwhile', async () => {
	await open(await received('DELETE'));
	await press('Ask the person something');
	await page.getByLabel('More details').check();
	await write('Since when do you know us?');
	desk.server.addSeconds(1000);
	await press('Go on');
	await says('needs a sign-in that is not older than 15 minutes');
	expect(await judge(page)).toEqual(fine);
	const tab = await page.context().newPage();
	await signInFrom(tab, desk, 'handler-11@staff.example', '/desk/requests/');
	await tab.close();
	await press('I have signed in');
	await send('Ask the person something');
	await arrives('A question about your request', 'Since when do you know us?');
});

it('shows an auditor all of it but the words, and nothing to do', async () => {
	const auditor = await openAs(browser, desk, 'AUDITOR', {
		path: new URL(page.url()).pathname,
		viewport: { width: 320, height: 640 },
		colorScheme: 'dark',
	});
	await says('Your role may look at requests', auditor);
	await says('This is for people who may read what people sent', auditor);
	expect(await judge(auditor)).toEqual(fine);
	await auditor.context().close();
});

it('forgets what was written when somebody signs out', async () => {
	await open(await received('DELETE'));
	await press('Ask the person something');
	await write('Not for the next one at this machine.');
	expect(await kept()).toContain('Not for the next one');
	await press('Sign out');
	await says('You are signed out');
	expect(await kept()).not.toContain('Not for the next one');
});
