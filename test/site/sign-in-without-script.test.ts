import { afterAll, expect, it } from 'vitest';
import { addStaff } from '../../api/service/staff.ts';
import { linkIn, waitForLetter } from '../support/mailbox.ts';
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
const page = async (path: string, headers: Record<string, string> = {}) =>
	(await fetch(server.url + path, { headers })).text();
const cookieOf = (response: Response, name: string) =>
	response.headers
		.getSetCookie()
		.find((it) => it.startsWith(`__Host-nk-${name}=`))
		?.split(';')[0] ?? '';

const where = (response: Response) => [response.status, response.headers.get('location')];

it('signs in with forms alone, shows who is signed in, and signs out', async () => {
	const email = 'ana@staff.example';
	await addStaff({ store: server.store, now: server.now() }, { name: 'Ana Vale', email, role: 'HANDLER' });
	const asked = await post('request-sign-in', { email, locale: 'es' });
	expect(where(asked)).toEqual([303, '/auth/sent/']);
	const browser = cookieOf(asked, 'sign-in');
	const link = new URL(linkIn(await waitForLetter(server.dataDir, email, '/auth/link/'), '/auth/link/')).pathname;

	const opened = await page(link, { Cookie: browser });
	expect(opened).toContain('action="/forms/sign-in/"');
	const token = link.split('/').at(-2) ?? '';
	const elsewhere = await post('sign-in', { token });
	expect(elsewhere.status).toBe(422);
	expect(await elsewhere.text()).toContain('only in the browser in which you asked for it');

	const followed = await post('sign-in', { token }, { Cookie: browser });
	expect(where(followed)).toEqual([303, '/auth/']);
	const session = cookieOf(followed, 'session');
	const signedIn = await page('/auth/', { Cookie: session });
	expect(signedIn).toContain('Ana Vale, handler');
	expect(signedIn).not.toContain('older than 15 minutes');
	server.addSeconds(900);
	expect(await page('/auth/', { Cookie: session })).toContain('older than 15 minutes');

	const foreign = await post('sign-out', {}, { Cookie: session, Origin: 'https://evil.example' });
	expect(foreign.status).toBe(403);
	expect(where(await post('sign-out', {}, { Cookie: session }))).toEqual([303, '/auth/out/']);
	expect(await page('/auth/out/')).toContain('You are signed out');
	expect(await page('/auth/', { Cookie: session })).toContain('Sign in as staff');
});

it('leads to the same page for an address that nobody has, and says what is wrong with one that is none', async () => {
	expect(where(await post('request-sign-in', { email: 'nobody@staff.example' }))).toEqual([303, '/auth/sent/']);
	const wrong = await post('request-sign-in', { email: 'nobody' });
	expect(wrong.status).toBe(422);
	expect(await wrong.text()).toMatch(/<title>Error: [\s\S]*href="#email"/);
});
