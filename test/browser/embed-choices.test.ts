import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { startServer, type TestServer } from '../support/server.ts';

let server: TestServer;
let browser: Browser;
let host: Server;
let hostUrl = '';

/** A page of the organisation on another site, with a policy that lets in nothing but the notices' server and its own loader. */
const loader = `noticekeeper.mayShareWith('advertising').then((may) => { document.title = may ? 'tag' : 'no tag'; });`;
const pageOf = (from: string) =>
	`<!doctype html><html lang="en"><title>waiting</title><h1>A shop</h1><script src="${from}/embed/choices.js" referrerpolicy="no-referrer"></script><script src="/loader.js"></script>`;

beforeAll(async () => {
	server = await startServer();
	browser = await launchBrowser();
	host = createServer((request, response) => {
		response.setHeader(
			'Content-Security-Policy',
			`default-src 'none'; script-src 'self' ${server.url}; connect-src ${server.url}`,
		);
		const script = request.url === '/loader.js';
		response.setHeader('Content-Type', script ? 'text/javascript' : 'text/html; charset=utf-8');
		response.end(script ? loader : pageOf(server.url));
	});
	await new Promise<void>((done) => host.listen(0, '127.0.0.1', done));
	// An address is always there while a server listens on TCP.
	hostUrl = `http://localhost:${(host.address() as AddressInfo).port}`;
});
afterAll(async () => {
	await browser?.close();
	host?.close();
	await server?.[Symbol.asyncDispose]();
});

const outcome = async (page: Page, path = '/') => {
	await page.goto('about:blank');
	await page.goto(hostUrl + path);
	await expect.poll(() => page.title()).not.toBe('waiting');
	return page.title();
};
const newPage = async () => (await browser.newContext()).newPage();
const run = (page: Page, code: string) => page.evaluate(code);

it('loads a tag where nobody said no, and sends no cookie and no address of the page', async () => {
	const page = await newPage();
	const asked: Record<string, string>[] = [];
	page.on('request', async (request) => {
		if (request.url().startsWith(server.url)) asked.push({ url: request.url(), ...(await request.allHeaders()) });
	});
	expect(await outcome(page)).toBe('tag');
	expect(asked.map(({ url }) => url)).toEqual([`${server.url}/embed/choices.js`, `${server.url}/embed/choices.json`]);
	expect(asked.filter(({ cookie, referer }) => cookie || referer)).toEqual([]);
	expect(await page.context().cookies()).toEqual([]);
});

it('answers by the header, to everybody, and lets nobody keep the answer', async () => {
	const ask = (headers: Record<string, string>) => fetch(`${server.url}/embed/choices.json`, { headers });
	const [without, withSignal] = await Promise.all([ask({}), ask({ 'Sec-GPC': '1' })]);
	expect(await without.json()).toMatchObject({ optedOut: false, signal: false });
	expect(await withSignal.json()).toMatchObject({ optedOut: true, optedOutBy: 'SIGNAL', signal: true });
	expect(withSignal.headers.get('vary')).toMatch(/sec-gpc/i);
	expect(withSignal.headers.get('cache-control')).toBe('no-store');
	expect(withSignal.headers.get('access-control-allow-origin')).toBe('*');
	expect(withSignal.headers.get('access-control-allow-credentials')).toBeNull();
	expect(withSignal.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
	expect(withSignal.headers.getSetCookie()).toEqual([]);
});

it('loads none where the header carries the signal, nor later without it', async () => {
	const page = await newPage();
	await page.context().setExtraHTTPHeaders({ 'Sec-GPC': '1' });
	expect(await outcome(page)).toBe('no tag');
	await page.context().setExtraHTTPHeaders({});
	expect(await outcome(page)).toBe('no tag');
	expect(await run(page, 'noticekeeper.optOutState()')).toMatchObject({
		optedOut: true,
		optedOutBy: 'SIGNAL',
		signal: false,
	});
});

it('loads none where the browser says the signal to scripts', async () => {
	const page = await newPage();
	await page.addInitScript('Object.defineProperty(Navigator.prototype, "globalPrivacyControl", { get: () => true })');
	expect(await outcome(page)).toBe('no tag');
	await run(page, 'noticekeeper.askToOptIn("OPT_OUT")');
	expect(await outcome(page)).toBe('no tag');
	await run(page, 'noticekeeper.askToOptIn("OPT_OUT").confirm()');
	expect(await outcome(page)).toBe('tag');
	await run(page, 'noticekeeper.optOut()');
	expect(await outcome(page)).toBe('no tag');
});

it('stops the recipients that a person names, and no others', async () => {
	const page = await newPage();
	await outcome(page);
	await run(page, 'noticekeeper.optOut(["tracking"])');
	expect(await outcome(page)).toBe('tag');
	await run(page, 'noticekeeper.optOut(["advertising"])');
	expect(await outcome(page)).toBe('no tag');
});

it('takes a no from the address that the choices page leads to, and never a yes', async () => {
	const page = await newPage();
	expect(await outcome(page, '/#noticekeeper=opted-out,limited')).toBe('no tag');
	expect(page.url()).toBe(`${hostUrl}/`);
	expect(await run(page, 'noticekeeper.optOutState()')).toMatchObject({ optedOut: true, limited: true });
	expect(await outcome(page, '/#noticekeeper=opted-in')).toBe('no tag');
});

it('counts as an opt-out where the notices do not answer', async () => {
	const page = await newPage();
	await page.route('**/embed/choices.json', (route) => route.abort());
	expect(await outcome(page)).toBe('no tag');
	expect(await run(page, 'noticekeeper.optOutState()')).toMatchObject({ optedOutBy: 'UNKNOWN' });
});
