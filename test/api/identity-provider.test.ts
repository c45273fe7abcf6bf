import { createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createIdentityProvider, type IdentityProvider } from '../../api/identity-provider.ts';
import { publicUrl } from '../support/places.ts';

const good = generateKeyPairSync('rsa', { modulusLength: 2048 });
const evil = generateKeyPairSync('rsa', { modulusLength: 2048 });
const curve = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const secret = 'a secret of the test';
const browser = 'b'.repeat(43);

/** What the issuer answers at its token endpoint: an id token, or none. */
let token: string | undefined;
let keysFetched = 0;
let issuer = '';
let provider: IdentityProvider;
let state = '';
let nonce = '';

const answers: Record<string, () => object> = {
	'/.well-known/openid-configuration': () => ({
		issuer,
		authorization_endpoint: `${issuer}/auth`,
		token_endpoint: `${issuer}/token`,
		jwks_uri: `${issuer}/keys`,
		id_token_signing_alg_values_supported: ['RS256', 'HS256', 'none'],
	}),
	'/keys': () => {
		keysFetched += 1;
		return { keys: [{ ...good.publicKey.export({ format: 'jwk' }), kid: 'good', alg: 'RS256', use: 'sig' }] };
	},
	'/token': () => ({ access_token: 'x', token_type: 'bearer', id_token: token }),
};

/** An issuer that says whatever the test has it say. */
const server = createServer((request, response) => {
	response.setHeader('content-type', 'application/json');
	response.end(JSON.stringify(answers[request.url ?? '']?.() ?? {}));
});

beforeAll(async () => {
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	const config = { issuer, clientId: 'noticekeeper', clientSecret: secret, roles: {} };
	provider = createIdentityProvider(config, { publicUrl, onFailure: () => {} });
	const asked = new URL((await provider.signInUrl(browser)) ?? '').searchParams;
	[state, nonce] = [asked.get('state') ?? '', asked.get('nonce') ?? ''];
});
afterAll(() => void server.close());

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

const signed = (header: object, claims: unknown, key: KeyObject = good.privateKey, hash = 'sha256') => {
	const body = `${part(header)}.${part(claims)}`;
	return `${body}.${sign(hash, Buffer.from(body), key).toString('base64url')}`;
};

const keyed = (header: object, claims: object, key: string) => {
	const body = `${part(header)}.${part(claims)}`;
	return `${body}.${createHmac('sha256', key).update(body).digest('base64url')}`;
};

const rs = { alg: 'RS256', kid: 'good' };
const now = () => Math.floor(Date.now() / 1000);
const claims = (change: object = {}) => ({
	iss: issuer,
	aud: 'noticekeeper',
	sub: 'ana',
	nonce,
	iat: now(),
	exp: now() + 300,
	auth_time: now(),
	...change,
});
const without = (name: string) => Object.fromEntries(Object.entries(claims()).filter(([key]) => key !== name));
const parts = () => signed(rs, claims()).split('.');
const pem = () => good.publicKey.export({ type: 'spki', format: 'pem' }).toString();

const bad: Record<string, () => string | undefined> = {
	'no token': () => undefined,
	'an empty one': () => '',
	'no JWT': () => 'nothing like it',
	'two parts': () => parts().slice(0, 2).join('.'),
	'five parts': () => `${parts().join('.')}.e.f`,
	'a header that is no JSON': () => ['e30x', ...parts().slice(1)].join('.'),
	'claims that are a list': () => signed(rs, [claims()]),
	'no algorithm': () => `${part({ alg: 'none' })}.${part(claims())}.`,
	'no algorithm, in other letters': () => `${part({ alg: 'NoNe' })}.${part(claims())}.`,
	'no signature': () => [...parts().slice(0, 2), ''].join('.'),
	'half a signature': () => parts().join('.').slice(0, -170),
	'a signature with a changed byte': () => {
		const [header, body, signature = ''] = parts();
		return [header, body, `${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`].join('.');
	},
	'claims that were changed after signing': () => {
		const [header, , signature] = parts();
		return [header, part(claims({ sub: 'eve' })), signature].join('.');
	},
	'the signature of another key': () => signed(rs, claims(), evil.privateKey),
	'an unknown key': () => signed({ alg: 'RS256', kid: 'other' }, claims(), evil.privateKey),
	'a key that it brings itself': () =>
		signed({ alg: 'RS256', jwk: evil.publicKey.export({ format: 'jwk' }) }, claims(), evil.privateKey),
	'a key that it names by address': () =>
		signed({ ...rs, jku: 'https://evil.example/keys' }, claims(), evil.privateKey),
	'the client secret as key': () => keyed({ alg: 'HS256' }, claims(), secret),
	'the public key as a shared one': () => keyed({ alg: 'HS256', kid: 'good' }, claims(), pem()),
	'an algorithm that is not listed': () => signed({ alg: 'RS384', kid: 'good' }, claims(), good.privateKey, 'sha384'),
	'another kind of key': () => signed({ alg: 'ES256', kid: 'good' }, claims(), curve.privateKey),
	'an extension that must be understood': () => signed({ ...rs, crit: ['b64'], b64: false }, claims()),
	'another issuer': () => signed(rs, claims({ iss: 'https://evil.example' })),
	'nearly the same issuer': () => signed(rs, claims({ iss: `${issuer}/` })),
	'no issuer': () => signed(rs, without('iss')),
	'another audience': () => signed(rs, claims({ aud: 'somebody-else' })),
	'no audience': () => signed(rs, without('aud')),
	'several audiences and no party': () => signed(rs, claims({ aud: ['noticekeeper', 'somebody-else'] })),
	'another party': () => signed(rs, claims({ aud: ['noticekeeper', 'somebody-else'], azp: 'somebody-else' })),
	'an end that is past': () => signed(rs, claims({ exp: now() - 61 })),
	'no end': () => signed(rs, without('exp')),
	'an end that is a word': () => signed(rs, claims({ exp: 'never' })),
	'a beginning that is to come': () => signed(rs, claims({ nbf: now() + 300 })),
	'no time of issue': () => signed(rs, without('iat')),
	'another nonce': () => signed(rs, claims({ nonce: 'x' })),
	'no nonce': () => signed(rs, without('nonce')),
	nobody: () => signed(rs, without('sub')),
	'an empty name': () => signed(rs, claims({ sub: '' })),
	'a sign-in that is long ago': () => signed(rs, claims({ auth_time: now() - 1000 })),
	'no time of sign-in': () => signed(rs, without('auth_time')),
};

const ask = () => provider.claimsOf(browser, new URLSearchParams({ code: 'x', state }).toString());

it('believes a token of the provider that is as it must be', async () => {
	token = signed(rs, claims({ groups: ['privacy-desk'] }));
	expect(await ask()).toMatchObject({ sub: 'ana', groups: ['privacy-desk'] });
});

it.each(Object.entries(bad))('believes nobody with %s', async (_, make) => {
	token = make();
	expect(await ask()).toBeNull();
});

it('fetches the keys of the provider once, whatever unknown keys tokens name', () => {
	expect(Object.keys(bad).length).toBeGreaterThanOrEqual(25);
	expect(keysFetched).toBe(1);
});
