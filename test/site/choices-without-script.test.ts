import { afterAll, expect, it } from 'vitest';
import { startServer } from '../support/server.ts';

const server = await startServer();
afterAll(() => server[Symbol.asyncDispose]());

const post = (form: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
	fetch(`${server.url}/forms/${form}/`, {
		method: 'POST',
		redirect: 'manual',
		headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
		body: new URLSearchParams(fields),
	});
const page = async (headers: Record<string, string> = {}) =>
	(await fetch(`${server.url}/choices/`, { headers })).text();
const cookieOf = (response: Response) =>
	response.headers.getSetCookie().find((it) => it.startsWith('__Host-choices=')) ?? '';

const foreign = { Origin: 'https://evil.example' };

it('gives a browser its cookie with the choice, and shows the choice to it alone', async () => {
	const response = await post('choices', { optOut: '1', locale: 'en' });
	expect([response.status, response.headers.get('location')]).toEqual([303, '/choices/saved/']);
	expect(cookieOf(response)).toMatch(/; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax; Secure$/);
	const [Cookie = ''] = cookieOf(response).split(';');
	expect(await page({ Cookie })).toContain('Off since 1 December 2026');
	expect(await page({ Cookie })).toContain('href="https://www.ferrymoor.example/#noticekeeper=opted-out"');
	expect(await page()).not.toContain('#noticekeeper');
	expect(await page()).toContain('Allowed, as far as the notice in force says.');
});

it('gives no cookie to a visit without signal, and asks caches to keep the two apart', async () => {
	const without = await fetch(`${server.url}/choices/`);
	expect(without.headers.getSetCookie()).toEqual([]);
	expect(without.headers.get('vary')).toMatch(/sec-gpc/i);
	expect(without.headers.get('cache-control')).toBe('no-store');
	const withSignal = await fetch(`${server.url}/choices/`, { headers: { 'Sec-GPC': '1' } });
	expect(cookieOf(withSignal)).not.toBe('');
	expect(await withSignal.text()).toContain('Opt-out request honoured.');
});

it.each([
	['choices', { optOut: '1' }],
	['ask-to-opt-in', { choice: 'OPT_OUT' }],
	['confirm-opt-in', { choice: 'OPT_OUT' }],
	['signal', {}],
])('does nothing at %s for a page of another site, with and without a cookie', async (form, fields) => {
	const [Cookie = ''] = cookieOf(await post('choices', { limit: '1' })).split(';');
	expect((await post(form, fields, { ...foreign, Cookie })).status).toBe(403);
	const without = await post(form, fields, foreign);
	expect(without.status).toBe(422);
	expect(without.headers.getSetCookie()).toEqual([]);
	expect(await page({ Cookie })).toContain('Limited since 1 December 2026');
	expect(await page({ Cookie })).toContain('Allowed, as far as the notice in force says.');
});

it('records a request from a page of another site, and leaves the choices of the browser alone', async () => {
	const optOut = { population: 'WEBSITE', rights: 'OPT_OUT', page: 'OPT_OUT' };
	const elsewhere = await post('request', optOut, foreign);
	expect(elsewhere.status).toBe(303);
	expect(cookieOf(elsewhere)).toBe('');
	expect(cookieOf(await post('request', optOut))).not.toBe('');
});

it('says what is missing where nothing was chosen or nothing was asked', async () => {
	const nothing = await post('choices', { locale: 'en' });
	expect(nothing.status).toBe(422);
	expect(await nothing.text()).toContain('Choose what we are to stop.');
	const early = await post('confirm-opt-in', { choice: 'OPT_OUT', locale: 'en' });
	expect(early.status).toBe(422);
	expect(await early.text()).toContain('Ask again, and confirm within an hour.');
});

it('leads whoever opens a form’s target again to the choices, and knows no other step', async () => {
	const again = await fetch(`${server.url}/forms/choices/`, { redirect: 'manual' });
	expect(again.headers.get('location')).toBe('/choices/');
	for (const path of ['/choices/other/', '/fr/choices/', '/en/choices/'])
		expect((await fetch(server.url + path)).status).toBe(404);
});
