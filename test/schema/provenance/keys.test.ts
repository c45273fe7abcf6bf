import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { canonicalBytes, readCanonical } from '../../../schema/provenance/canonical.ts';
import { parseSigningKey, publicJwk, publicKeys } from '../../../schema/provenance/keys.ts';
import { isSignedBy, signBytes } from '../../../schema/provenance/signature.ts';
import { keysFrom, testSeed } from '../../support/published.ts';

const { key, published } = keysFrom(testSeed);

describe('a signing key', () => {
	it('is named by its thumbprint, as in RFC 8037, A.3', () => {
		expect(key.publicJwk.x).toBe('11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo');
		expect(key.publicJwk.kid).toBe('kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k');
	});

	it('signs as in RFC 8037, A.4', () => {
		const input = Buffer.from('eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc');
		expect(Buffer.from(signBytes(input, key).signature, 'hex').toString('base64url')).toBe(
			'hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg',
		);
	});

	it('is read from PEM as from its 32 bytes', () => {
		const pem = key.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
		expect(parseSigningKey(pem)?.publicJwk).toEqual(key.publicJwk);
	});

	it.each([
		['words', 'not a key'],
		['31 bytes', Buffer.alloc(31).toString('base64url')],
		[
			'a key of another kind',
			generateKeyPairSync('x25519').privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
		],
		['a public key', generateKeyPairSync('ed25519').publicKey.export({ format: 'pem', type: 'spki' }).toString()],
	])('is not made of %s', (_, text) => {
		expect(parseSigningKey(text)).toBeNull();
	});
});

describe('a signature', () => {
	const bytes = Buffer.from('what was signed');

	it('holds for the bytes and the key alone', () => {
		const given = signBytes(bytes, key);
		const other = keysFrom(Buffer.alloc(32, 7).toString('base64url')).key;
		expect(isSignedBy(bytes, given, key.publicJwk)).toBe(true);
		expect(isSignedBy(Buffer.from('what was not'), given, key.publicJwk)).toBe(false);
		expect(isSignedBy(bytes, { ...given, kid: other.publicJwk.kid }, other.publicJwk)).toBe(false);
	});
});

describe('a public key', () => {
	it('is refused under a name that is not its thumbprint', () => {
		expect(publicJwk.safeParse({ ...key.publicJwk, kid: 'mine' }).success).toBe(false);
	});

	it('has one way only to be written', () => {
		const { x } = key.publicJwk;
		// The last of 43 digits has two bits that say nothing.
		expect(publicJwk.safeParse({ ...key.publicJwk, x: `${x.slice(0, -1)}p` }).success).toBe(false);
		expect(readCanonical(publicKeys, canonicalBytes(published))).toEqual({ value: published });
		expect(readCanonical(publicKeys, Buffer.from(JSON.stringify(published, null, 1)))).toEqual({
			wrong: 'is not canonical JSON (RFC 8785)',
		});
	});
});
