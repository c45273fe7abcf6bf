import { createPublicKey, sign, verify } from 'node:crypto';
import { z } from 'zod';
import type { PublicJwk, SigningKey } from './keys.ts';

/** A signature over the bytes of a file beside it, as they are. */
export const signature = z.strictObject({
	alg: z.literal('Ed25519'),
	kid: z.string(),
	/** 64 bytes in hexadecimal, which has one way only to write them. */
	signature: z.string().regex(/^[0-9a-f]{128}$/, 'expected 128 hexadecimal digits'),
});
export type Signature = z.output<typeof signature>;

/** The signature of bytes; the same bytes and key always give the same one. */
export const signBytes = (bytes: Uint8Array, { privateKey, publicJwk }: SigningKey): Signature => ({
	alg: 'Ed25519',
	kid: publicJwk.kid,
	signature: sign(null, bytes, privateKey).toString('hex'),
});

/** Whether a signature is one of exactly these bytes by this key. */
export const isSignedBy = (bytes: Uint8Array, given: Signature, { crv, kty, x, kid }: PublicJwk): boolean =>
	given.kid === kid &&
	verify(null, bytes, createPublicKey({ key: { crv, kty, x }, format: 'jwk' }), Buffer.from(given.signature, 'hex'));
