import { createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { canonicalBytes } from './canonical.ts';

/** Where a site says with which keys it signs. */
export const keysPath = '/.well-known/noticekeeper-key.json';

interface KeyMaterial {
	crv: 'Ed25519';
	kty: 'OKP';
	x: string;
}

/** The name of a key: its thumbprint (RFC 7638, RFC 8037). */
const kidOf = ({ crv, kty, x }: KeyMaterial): string =>
	createHash('sha256').update(canonicalBytes({ crv, kty, x })).digest('base64url');

const isWhole = (x: string) => Buffer.from(x, 'base64url').toString('base64url') === x;

/** A public key as a JSON Web Key. */
export const publicJwk = z
	.strictObject({
		alg: z.literal('Ed25519'),
		crv: z.literal('Ed25519'),
		kid: z.string(),
		kty: z.literal('OKP'),
		use: z.literal('sig'),
		x: z.string().length(43).refine(isWhole, 'expected 32 bytes in base64url'),
	})
	.refine((key) => kidOf(key) === key.kid, { path: ['kid'], error: 'expected the thumbprint of the key' });
export type PublicJwk = z.output<typeof publicJwk>;

/** Every key that the site signs or once signed with; the one in use stands first. */
export const publicKeys = z.strictObject({ keys: z.array(publicJwk).min(1) });
export type PublicKeys = z.output<typeof publicKeys>;

/** A key to sign with, and the public one that proves it. */
export interface SigningKey {
	privateKey: KeyObject;
	publicJwk: PublicJwk;
}

const withPublic = (privateKey: KeyObject): SigningKey => {
	const x = createPublicKey(privateKey).export({ format: 'jwk' }).x ?? '';
	const material = { crv: 'Ed25519', kty: 'OKP', x } as const;
	return { privateKey, publicJwk: { ...material, alg: 'Ed25519', use: 'sig', kid: kidOf(material) } };
};

/** What stands before the 32 bytes of an Ed25519 key in PKCS #8 (RFC 8410). */
const pkcs8Head = Buffer.from('302e020100300506032b657004220420', 'hex');

const fromSeed = (seed: Buffer) =>
	createPrivateKey({ key: Buffer.concat([pkcs8Head, seed]), format: 'der', type: 'pkcs8' });

/** The key that a PEM (PKCS #8) or 32 bytes in base64url are; null where they are none of Ed25519. */
export const parseSigningKey = (text: string): SigningKey | null => {
	try {
		const seed = Buffer.from(text.trim(), 'base64url');
		const key = text.includes('-----BEGIN') ? createPrivateKey(text) : seed.length === 32 ? fromSeed(seed) : null;
		return key?.asymmetricKeyType === 'ed25519' ? withPublic(key) : null;
	} catch {
		return null;
	}
};
