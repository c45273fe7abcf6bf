import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

/** What the provider says of each account; `sub` is its name. */
export type Accounts = Record<string, Record<string, unknown>>;

const client = (redirectUri: string) => ({
	client_id: 'noticekeeper',
	client_secret: 'a secret of the test',
	redirect_uris: [redirectUri],
	post_logout_redirect_uris: [redirectUri.replace('provider/', '')],
});

/** A real OpenID Connect provider on a free port, whose accounts sign in by their name and any password. */
export const startProvider = async (redirectUri: string, accounts: Accounts) => {
	let provider: Provider | null = null;
	const server = createServer((request, response) => provider?.callback()(request, response));
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	provider = new Provider(issuer, {
		clients: [client(redirectUri)],
		claims: { openid: ['sub'], profile: ['name', 'groups'], email: ['email', 'email_verified'] },
		conformIdTokenClaims: false,
		findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ sub, ...accounts[sub] }) }),
		cookies: { keys: ['test'] },
	});
	return {
		issuer,
		async [Symbol.asyncDispose]() {
			server.closeAllConnections();
			await new Promise<void>((done) => server.close(() => done()));
		},
	};
};

/** A browser without a screen: keeps cookies, follows redirects within the provider, and answers its forms. */
export const signInAtProvider = async (url: string, account: string, redirectUri: string): Promise<string> => {
	const jar = new Map<string, string>();
	const visit = async (address: string, body?: URLSearchParams): Promise<{ at: string; html: string }> => {
		if (address.startsWith(redirectUri)) return { at: address, html: '' };
		const cookie = [...jar].map((pair) => pair.join('=')).join('; ');
		const init: RequestInit = { redirect: 'manual', headers: { cookie }, ...(body && { method: 'POST', body }) };
		const response = await fetch(address, init);
		for (const line of response.headers.getSetCookie()) {
			const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s);
			if (value === '') jar.delete(name);
			else jar.set(name, value);
		}
		const next = response.headers.get('location');
		return next ? visit(new URL(next, address).href) : { at: address, html: await response.text() };
	};
	let { at, html } = await visit(url);
	for (let steps = 0; steps < 4 && !at.startsWith(redirectUri); steps += 1) {
		const action = /<form[^>]*action="([^"]+)"/.exec(html)?.[1];
		if (!action) throw new Error(`no form at ${at}: ${html}`);
		const prompt = /name="prompt" value="(\w+)"/.exec(html)?.[1] ?? 'login';
		({ at, html } = await visit(
			new URL(action, at).href,
			new URLSearchParams({ prompt, login: account, password: 'any' }),
		));
	}
	return at;
};
