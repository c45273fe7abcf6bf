import { afterAll, expect, it } from 'vitest';
import { startServer } from '../support/server.ts';

const server = await startServer();
afterAll(() => server[Symbol.asyncDispose]());

const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
	fetch(server.url + path, {
		method: 'POST',
		redirect: 'manual',
		headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
		body: new URLSearchParams(fields),
	});

const deletion = {
	population: 'WEBSITE',
	rights: 'DELETE',
	page: 'DELETE',
	email: 'ann@example.org',
	details: 'My old account',
};

it('shows the form again with what was entered and the message at the field', async () => {
	const response = await post('/forms/request/', { ...deletion, email: 'not an address' });
	const html = await response.text();
	expect(response.status).toBe(422);
	expect(html).toMatch(/<title>Error: /);
	expect(html).toContain('value="not an address"');
	expect(html).toContain('My old account');
	expect(html).toMatch(/<a href="#email">/);
	expect(html).toMatch(/id="email-problem"/);
	expect(html).toMatch(/class="errors" tabindex="-1" autofocus/);
});

it('leads to a receipt whose code stands in no address', async () => {
	const response = await post('/forms/request/', deletion);
	const cookie = response.headers.get('set-cookie') ?? '';
	expect(response.status).toBe(303);
	expect(response.headers.get('location')).toBe('/requests/receipt/');
	expect(cookie).toMatch(/Path=\/requests\/; .*HttpOnly/i);
	expect(cookie).toMatch(/SameSite=Lax/i);
	expect(cookie).toMatch(/Max-Age=900/i);
	expect(cookie).toMatch(/Secure/i);
	const receipt = await fetch(`${server.url}/requests/receipt/`, { headers: { Cookie: cookie.split(';')[0] ?? '' } });
	const html = await receipt.text();
	expect(html).toMatch(/<title>Done: /);
	expect(html).toMatch(/[0-9A-Z]{4}(-[0-9A-Z]{4}){3}/);
	expect(receipt.headers.get('cache-control')).toBe('no-store');
});

const keyIn = (html: string) => /name="idempotencyKey" value="([^"]+)"/.exec(html)?.[1] ?? '';

const codeAfter = async (response: Response) => {
	const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
	const html = await (await fetch(`${server.url}/requests/receipt/`, { headers: { Cookie: cookie } })).text();
	return /[0-9A-Z]{4}(-[0-9A-Z]{4}){3}/.exec(html)?.[0];
};

it.each(['/requests/delete/', '/objections/', '/subscribe/'])(
	'%s has a key of its own whenever it is opened, and the same one when one goes back to it',
	async (path) => {
		const [one, other] = await Promise.all([fetch(server.url + path), fetch(server.url + path)]);
		const keys = [keyIn(await one.text()), keyIn(await other.text())];
		expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
		expect(keys[0]).not.toBe(keys[1]);
		expect(one.headers.get('cache-control')).toBe('private, no-cache');
	},
);

it('leads to the same receipt however often a form is sent', async () => {
	const key = keyIn(await (await fetch(`${server.url}/requests/delete/`)).text());
	const sent = await Promise.all([1, 2, 3].map(() => post('/forms/request/', { ...deletion, idempotencyKey: key })));
	const codes = [];
	for (const response of sent) codes.push(await codeAfter(response));
	expect(codes[0]).toBeDefined();
	expect(new Set(codes).size).toBe(1);
});

it('keeps the key of a form that is to be mended, and gives a new one where it was sent with other answers', async () => {
	const key = keyIn(await (await fetch(`${server.url}/requests/delete/`)).text());
	const mistyped = await post('/forms/request/', { ...deletion, email: 'nobody', idempotencyKey: key });
	expect(keyIn(await mistyped.text())).toBe(key);
	await post('/forms/request/', { ...deletion, idempotencyKey: key });
	const changed = await post('/forms/request/', { ...deletion, details: 'Another account', idempotencyKey: key });
	const html = await changed.text();
	expect(changed.status).toBe(422);
	expect(html).toContain('This was sent before, with other answers.');
	expect(html).toContain('Another account');
	expect(html).not.toContain('href="#idempotencyKey"');
	const again = await post('/forms/request/', { ...deletion, details: 'Another account', idempotencyKey: keyIn(html) });
	expect(again.status).toBe(303);
});

it('says everything that is wrong at once, the question of how one is known included', async () => {
	const fields = { page: 'CORRECT', rights: 'CORRECT', 'corrections.0.what': 'My name' };
	const html = await (await post('/forms/request/', fields)).text();
	const blamed = [...html.matchAll(/<a href="#([^"]+)">/g)].map(([, id]) => id).filter((id) => id !== '_main');
	expect(blamed).toEqual(['population', 'corrections-0-shouldBe', 'email']);
});

it('asks how far back one wants to know, for a day only where one is needed, and says it with the state', async () => {
	const knowing = { ...deletion, page: 'KNOW_SPECIFIC', rights: 'KNOW_SPECIFIC', period: 'SINCE' };
	const html = await (await post('/forms/request/', knowing)).text();
	expect(html).toContain('Enter the day from which on you want to know');
	expect(html).toMatch(/value="SINCE" checked/);
	const later = await (await post('/forms/request/', { ...knowing, sinceOn: '2999-01-01' })).text();
	expect(later).toContain('The day from which on you want to know is still to come.');
	expect(later).toContain('href="#sinceOn"');
	expect((await post('/forms/request/', { ...knowing, sinceOn: '2024-05-31' })).status).toBe(303);
	expect((await post('/forms/request/', { ...knowing, period: 'ALL', sinceOn: 'long ago' })).status).toBe(303);
});

it('takes what somebody asks for another person, and asks for whom where that is missing', async () => {
	const acting = { ...deletion, requester: 'PARENT' };
	const html = await (await post('/forms/request/', acting)).text();
	expect(html).toContain('Enter the name of the person for whom you ask.');
	expect(html).toMatch(/<details open[^>]*><summary>Ask for somebody else/);
	expect(html).toMatch(/value="PARENT" checked/);
	expect((await post('/forms/request/', { ...acting, onBehalfOf: 'Bo' })).status).toBe(303);
});

it('refers the people of a customer to that customer, and records nothing', async () => {
	const response = await post('/forms/request/', { ...deletion, population: 'CUSTOMER' });
	expect(response.status).toBe(200);
	expect(await response.text()).toContain('Nothing that you entered was recorded');
});

it('refuses a post with cookies that comes from another site', async () => {
	const foreign = { Cookie: 'a=b', 'Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.example' };
	expect((await post('/forms/request/', deletion, foreign)).status).toBe(403);
	const oldBrowser = { Cookie: 'a=b', Origin: 'https://evil.example' };
	expect((await post('/forms/request/', deletion, oldBrowser)).status).toBe(403);
});

it('asks for the code where none was entered, and for how one is known where no form offers the answer', async () => {
	const empty = await (await post('/forms/request-status/', { code: ' ' })).text();
	expect(empty).toContain('Enter the code from your receipt: 16 letters and digits');
	const strange = await post('/forms/request/', { ...deletion, population: 'FOO' });
	expect(strange.status).toBe(422);
	expect(await strange.text()).toContain('Choose how you know us.');
});

it.each([
	['object', '/objections/'],
	['objection-status', '/objections/'],
	['confirm-subscription', '/subscribe/'],
	['request', '/requests/'],
])('leads whoever opens the target of %s again to %s', async (form, home) => {
	const response = await fetch(`${server.url}/forms/${form}/`, { redirect: 'manual' });
	expect([response.status, response.headers.get('location')]).toEqual([303, home]);
});

it('takes a name and an address for an opt-out, and needs neither', async () => {
	const form = await (await fetch(`${server.url}/requests/opt-out/`)).text();
	expect(form).toMatch(/name="email"/);
	expect(form).toMatch(/name="details"/);
	const optOut = { population: 'APPLICATION', rights: 'OPT_OUT', page: 'OPT_OUT' };
	expect((await post('/forms/request/', optOut)).status).toBe(303);
	expect(
		(await post('/forms/request/', { ...optOut, email: 'ann@example.org', details: 'Advertising only' })).status,
	).toBe(303);
});

it('says the same of a code that is malformed and of one that is unknown', async () => {
	const texts = await Promise.all(
		['AAAA-BBBB-CCCC-DDDD', 'nothing like it'].map(async (code) => {
			const response = await post('/forms/request-status/', { code });
			expect(response.status).toBe(422);
			return (await response.text()).replaceAll(code, '');
		}),
	);
	expect(texts[0]).toBe(texts[1]);
});

it('shows whether the opt-out signal was honoured', async () => {
	const page = async (headers: Record<string, string>) => fetch(`${server.url}/requests/opt-out/`, { headers });
	const [without, withSignal] = await Promise.all([page({}), page({ 'Sec-GPC': '1' })]);
	expect(withSignal.headers.get('vary')).toMatch(/sec-gpc/i);
	expect(await withSignal.text()).toContain('Opt-out request honoured');
	expect(await without.text()).not.toContain('Opt-out request honoured');
});

it('ends no subscription by opening a link', async () => {
	const response = await fetch(`${server.url}/subscribe/leave/abcdefghijklmnopqrstuvwx/`);
	expect(response.status).toBe(200);
	expect(await response.text()).toContain('action="/forms/unsubscribe/"');
});

it('answers a mail program that unsubscribes without cookies and without a redirect', async () => {
	const response = await post('/subscribe/leave/abcdefghijklmnopqrstuvwx/', { 'List-Unsubscribe': 'One-Click' });
	expect(response.status).toBe(422);
	expect(response.headers.get('location')).toBeNull();
});
