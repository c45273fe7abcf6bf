import { afterAll, expect, it } from 'vitest';
import { signInAtProvider, startProvider } from '../support/issuer.ts';
import { publicUrl } from '../support/places.ts';
import { startServer } from '../support/server.ts';

const redirectUri = `${publicUrl}/auth/provider/`;
const provider = await startProvider(redirectUri, { ana: { name: 'Ana Vale', groups: ['privacy-desk'] } });
const server = await startServer({
	OIDC_ISSUER: provider.issuer,
	OIDC_CLIENT_ID: 'noticekeeper',
	OIDC_CLIENT_SECRET: 'a secret of the test',
	OIDC_ROLES: '{"groups":{"privacy-desk":"auditor"}}',
});
afterAll(async () => {
	await server[Symbol.asyncDispose]();
	await provider[Symbol.asyncDispose]();
});

const visit = (path: string, Cookie = '') =>
	fetch(server.url + path, { redirect: 'manual', headers: { ...(Cookie && { Cookie }) } });
const cookieOf = (response: Response, name: string) =>
	response.headers
		.getSetCookie()
		.find((it) => it.startsWith(`__Host-nk-${name}=`))
		?.split(';')[0] ?? '';

it('leads to the provider and back, and shows who is signed in', async () => {
	expect(await (await visit('/auth/')).text()).toContain(`Sign in at ${new URL(provider.issuer).host}`);
	const started = await visit('/auth/provider/start/');
	expect(started.status).toBe(303);
	const address = await signInAtProvider(started.headers.get('location') ?? '', 'ana', redirectUri);
	const back = new URL(address).pathname + new URL(address).search;

	const elsewhere = await visit(back);
	expect(elsewhere.status).toBe(200);
	expect(await elsewhere.text()).toContain('The identity provider did not sign you in.');

	const returned = await visit(back, cookieOf(started, 'provider'));
	expect([returned.status, returned.headers.get('location')]).toEqual([303, '/auth/']);
	expect(await (await visit('/auth/', cookieOf(returned, 'session'))).text()).toContain('Ana Vale, auditor');
	expect(await (await visit('/auth/out/')).text()).toContain('Sign out there too');
});

it('says that nobody is signed in where the provider refused, and leads whoever brings no answer to the form', async () => {
	const denied = await (await visit('/auth/provider/?error=access_denied&state=x')).text();
	expect(denied).toContain('The identity provider did not sign you in.');
	expect((await visit('/auth/provider/')).headers.get('location')).toBe('/auth/');
});
