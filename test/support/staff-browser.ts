import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { addStaff } from '../../api/service/staff.ts';
import type { Role } from '../../schema/access/access.ts';
import type { TestDesk } from './desk.ts';

/** Makes somebody of staff; answers their address. */
export const addPerson = async (
	{ server }: TestDesk,
	role: Role,
	name = `The ${role.toLowerCase()}`,
): Promise<string> => {
	const email = `${role.toLowerCase()}-${name.length}@staff.example`;
	await addStaff({ store: server.store, now: server.now() }, { name, email, role });
	return email;
};

/** Signs in by the mailed link, as a person does, coming from a page of the desk; ends on that page. */
export const signInFrom = async (page: Page, desk: TestDesk, email: string, path: string): Promise<void> => {
	const { server, peer } = desk;
	const before = peer.received.length;
	await page.goto(`${server.url}/auth/?returnTo=${encodeURIComponent(path)}`);
	await page.locator('input[name=email]').fill(email);
	await page.locator('button', { hasText: 'Mail me a link' }).click();
	await page.waitForURL(/\/auth\/sent\//);
	while (peer.received.length === before) await page.waitForTimeout(20);
	const letter = peer.received.at(-1)?.mail.text ?? '';
	await page.goto(`${server.url}/auth/link/${/auth\/link\/([\w-]{43})\//.exec(letter)?.[1]}/`);
	await page.locator('main form button').click();
	await page.waitForURL(server.url + path);
};

/** A page of the desk in a browser of its own, where somebody with a role has signed in. */
export const openAs = async (
	browser: Browser,
	desk: TestDesk,
	role: Role,
	{ path = '/desk/requests/', ...options }: BrowserContextOptions & { path?: string } = {},
): Promise<Page> => {
	const page = await (await browser.newContext({ bypassCSP: true, ...options })).newPage();
	await signInFrom(page, desk, await addPerson(desk, role), path);
	return page;
};
