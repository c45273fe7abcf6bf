import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { publicUrl } from '../support/places.ts';
import { startServer, type TestServer } from '../support/server.ts';

let server: TestServer;
let browser: Browser;
let host: Server;
let hostUrl = '';

/** A page of somebody else, with a policy that lets in nothing but the notices' server. */
const pageWith = (banner: string, from: string) =>
	`<!doctype html><html lang="en"><title>A shop</title><main><h1>A shop</h1>
	<script type="module" src="${from}/embed/banner.js" referrerpolicy="no-referrer"></script>${banner}</main>`;

const banners: Record<string, string> = {
	'/': '<notice-banner notice="california"></notice-banner>',
	'/es': '<notice-banner notice="california" lang="es-MX"></notice-banner>',
	'/fr': '<notice-banner notice="california" lang="fr"></notice-banner>',
	'/quiet': '<notice-banner notice="privacy-policy"></notice-banner>',
	'/unknown': '<notice-banner notice="nothing-like-it"></notice-banner>',
};

beforeAll(async () => {
	server = await startServer();
	browser = await launchBrowser();
	host = createServer((request, response) => {
		response.setHeader('Content-Type', 'text/html; charset=utf-8');
		const policy = `default-src 'none'; script-src ${server.url}; connect-src ${server.url}`;
		response.setHeader('Content-Security-Policy', policy);
		response.end(pageWith(banners[request.url ?? ''] ?? '', server.url));
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

const open = async (path: string) => {
	const context = await browser.newContext();
	const page = await context.newPage();
	const requests: { url: string; headers: Record<string, string> }[] = [];
	const refusals: string[] = [];
	page.on('request', (request) => requests.push({ url: request.url(), headers: request.headers() }));
	page.on('console', (line) => {
		if (/content security policy/i.test(line.text())) refusals.push(line.text());
	});
	await page.goto(hostUrl + path, { waitUntil: 'networkidle' });
	return { context, page, requests, refusals };
};

it('shows on a page of another origin what changes, when, and where to read of it, in a labelled region', async () => {
	const { context, page, refusals } = await open('/');
	const region = page.getByRole('region', { name: 'Announced changes' });
	expect(await region.innerText()).toContain('California privacy notice changes on 1 March 2027.');
	const links = await region.locator('a').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
	expect(links).toEqual([
		`${publicUrl}/california/compare/2026-09-01...2027-03-01/`,
		`${publicUrl}/california/next/`,
		`${publicUrl}/objections/`,
	]);
	expect(refusals).toEqual([]);
	await context.close();
});

it('asks nobody but the notices, without a cookie and without saying which page asks', async () => {
	const { context, requests } = await open('/');
	const asked = requests.filter(({ url }) => !url.startsWith(hostUrl));
	expect(asked.map(({ url }) => url)).toEqual([`${server.url}/embed/banner.js`, `${server.url}/embed/california.json`]);
	expect(asked.filter(({ headers }) => headers.cookie || headers.referer)).toEqual([]);
	expect(await context.cookies()).toEqual([]);
	await context.close();
});

it('stays away once it was put away', async () => {
	const { context, page } = await open('/');
	await page.getByRole('button', { name: 'Put away' }).click();
	expect(await page.getByRole('region').count()).toBe(0);
	await page.reload({ waitUntil: 'networkidle' });
	expect(await page.getByRole('region').count()).toBe(0);
	await context.close();
});

it('speaks the language around it, else the controlling one', async () => {
	const spanish = await open('/es');
	expect(await spanish.page.getByRole('region', { name: 'Cambios anunciados' }).innerText()).toContain('cambia el');
	await spanish.context.close();
	const french = await open('/fr');
	expect(await french.page.getByRole('region', { name: 'Announced changes' }).getAttribute('lang')).toBe('en');
	await french.context.close();
});

it.each(['/quiet', '/unknown'])('shows nothing where nothing is announced or nothing is known: %s', async (path) => {
	const { context, page } = await open(path);
	expect(await page.getByRole('region').count()).toBe(0);
	expect(await page.locator('notice-banner').innerText()).toBe('');
	await context.close();
});

it('may be loaded by any origin and kept for a while, also when it has not changed', async () => {
	const answer = await fetch(`${server.url}/embed/california.json`);
	const script = await fetch(`${server.url}/embed/banner.js`);
	expect(answer.headers.get('cache-control')).toBe('public, max-age=300');
	expect(script.headers.get('content-type')).toMatch(/^text\/javascript/);
	for (const { headers, url } of [answer, script]) {
		const again = await fetch(url, { headers: { 'If-None-Match': headers.get('etag') ?? '' } });
		expect(again.status).toBe(304);
		expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin');
		expect(again.headers.get('access-control-allow-origin')).toBe('*');
	}
});
