import { afterAll, beforeAll, expect, it } from 'vitest';
import { createIdentityProvider } from '../../api/identity-provider.ts';
import { readStream } from '../../api/store/events.ts';
import { providerRoles } from '../../schema/access/provider.ts';
import { signInAtProvider, startProvider } from '../support/issuer.ts';
import { publicUrl } from '../support/places.ts';
import { openTestApi, type TestApi } from './api.ts';
import { cookiesOf, ownPage } from './staff.ts';

const redirectUri = `${publicUrl}/auth/provider/`;

const accounts = {
	ana: { name: 'Ana Vale', groups: ['privacy-desk'], email: 'ana@staff.example', email_verified: true },
	ben: { name: 'Ben', groups: ['sales'], email: 'boss@staff.example', email_verified: false },
	eve: { name: 'Eve', groups: ['sales'], email: 'boss@staff.example', email_verified: true },
};

let provider: Awaited<ReturnType<typeof startProvider>>;
beforeAll(async () => {
	provider = await startProvider(redirectUri, accounts);
});
afterAll(() => provider[Symbol.asyncDispose]());

const openApi = async (secret = 'a secret of the test') => {
	const failures: string[] = [];
	const config = {
		issuer: provider.issuer,
		clientId: 'noticekeeper',
		clientSecret: secret,
		roles: providerRoles.parse({
			email: { 'boss@staff.example': 'officer' },
			groups: { 'privacy-desk': 'handler' },
		}),
	};
	const identityProvider = createIdentityProvider(config, { publicUrl, onFailure: (code) => failures.push(code) });
	return { api: await openTestApi({ identityProvider }), failures };
};

const start = async (api: TestApi, headers: Record<string, string> = ownPage) => {
	const { data, headers: answered } = await api.ask(
		'mutation { startProviderSignIn { ... on ProviderSignInStarted { url } ... on Refusal { code } } }',
		{},
		{ headers },
	);
	return { ...data.startProviderSignIn, cookie: cookiesOf(answered) };
};

const finish = async (api: TestApi, address: string, cookie: string) => {
	const { data, headers } = await api.ask(
		`mutation ($query: String!) { finishProviderSignIn(input: { query: $query }) { __typename ... on Refusal { code }
			... on SignedIn { viewer { name role } } } }`,
		{ query: new URL(address).search.slice(1) },
		{ headers: { ...ownPage, cookie } },
	);
	return { ...data.finishProviderSignIn, cookie: cookiesOf(headers) };
};

const signIn = async (api: TestApi, account: string) => {
	const { url, cookie } = await start(api);
	return finish(api, await signInAtProvider(url, account, redirectUri), cookie);
};

it('signs in at a real provider with code, PKCE, state and nonce, with the role of a claim', async () => {
	const { api } = await openApi();
	await using _ = api;
	const { url } = await start(api);
	const asked = Object.fromEntries(new URL(url).searchParams);
	expect(asked).toMatchObject({
		response_type: 'code',
		code_challenge_method: 'S256',
		prompt: 'login',
		max_age: '900',
	});
	expect(new Set([asked.state, asked.nonce, asked.code_challenge]).size).toBe(3);

	const signedIn = await signIn(api, 'ana');
	expect(signedIn.viewer).toEqual({ name: 'Ana Vale', role: 'HANDLER' });
	const { data } = await api.ask('{ viewer { role } }', {}, { headers: { ...ownPage, cookie: signedIn.cookie } });
	expect(data.viewer).toEqual({ role: 'HANDLER' });
	// The second time it is the same person.
	await signIn(api, 'ana');
	const rows = await api.store.read((tx) => tx.selectFrom('staff').selectAll().execute());
	expect(rows).toHaveLength(1);
	const events = await api.store.read((tx) => readStream(tx, { kind: 'staff', id: rows[0]?.id ?? '' }));
	expect(events.map(({ type }) => type)).toEqual(['staffAdded', 'staffSignedIn', 'staffSignedIn']);
	expect(JSON.stringify(events)).not.toMatch(/ana|vale/i);
});

it('lets in nobody without a role, nor by an address that the provider has not verified', async () => {
	const { api } = await openApi();
	await using _ = api;
	expect(await signIn(api, 'ben')).toMatchObject({ code: 'NOT_STAFF', cookie: '' });
	expect(await signIn(api, 'eve')).toMatchObject({ viewer: { role: 'OFFICER' } });
	expect(await signIn(api, 'stranger')).toMatchObject({ code: 'NOT_STAFF', cookie: '' });
});

it('takes an answer once, in the browser that went to the provider, and as the provider gave it', async () => {
	const { api, failures } = await openApi();
	await using _ = api;
	const { url, cookie } = await start(api);
	const other = await start(api);
	const answer = await signInAtProvider(url, 'ana', redirectUri);
	expect(await finish(api, answer, other.cookie)).toMatchObject({ code: 'PROVIDER_REFUSED' });
	expect(await finish(api, answer, '')).toMatchObject({ code: 'PROVIDER_REFUSED' });
	const changed = new URL(answer);
	for (const [name, value] of [
		['state', 'x'],
		['code', 'x'],
		['iss', 'https://evil.example'],
	] as const) {
		changed.search = new URL(answer).search;
		changed.searchParams.set(name, value);
		expect([name, (await finish(api, changed.href, cookie)).code]).toEqual([name, 'PROVIDER_REFUSED']);
	}
	const denied = `${redirectUri}?${new URLSearchParams({ error: 'access_denied', state: new URL(url).searchParams.get('state') ?? '', iss: provider.issuer })}`;
	expect(await finish(api, denied, cookie)).toMatchObject({ code: 'PROVIDER_REFUSED' });
	expect(await finish(api, answer, cookie)).toMatchObject({ viewer: { name: 'Ana Vale' } });
	expect(await finish(api, answer, cookie)).toMatchObject({ code: 'PROVIDER_REFUSED' });
	expect(failures.every((code) => /^[A-Z_]+$/.test(code))).toBe(true);
});

it('says where to sign out at the provider too', async () => {
	const { api } = await openApi();
	await using _ = api;
	const { data } = await api.ask('{ signInProvider { host signOutUrl } }');
	expect(data.signInProvider.host).toBe(new URL(provider.issuer).host);
	const url = new URL(data.signInProvider.signOutUrl);
	expect(url.searchParams.get('client_id')).toBe('noticekeeper');
	expect(url.searchParams.get('post_logout_redirect_uri')).toBe(`${publicUrl}/auth/`);
});

it('signs nobody in with a wrong secret, without a provider, or for a page of another site', async () => {
	const { api } = await openApi('another secret');
	await using _ = api;
	expect(await signIn(api, 'ana')).toMatchObject({ code: 'PROVIDER_REFUSED' });
	expect((await start(api, { origin: 'https://evil.example' })).code).toBe('OWN_PAGES_ONLY');
	await using without = await openTestApi();
	expect((await start(without)).code).toBe('NO_PROVIDER');
	expect((await without.ask('{ signInProvider { host } }')).data.signInProvider).toBeNull();
});
