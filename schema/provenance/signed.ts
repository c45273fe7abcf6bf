import { z } from 'zod';
import { canonicalBytes, readCanonical } from './canonical.ts';
import type { PublicJwk, SigningKey } from './keys.ts';
import { isSignedBy, signature, signBytes } from './signature.ts';

/** A statement as one file that is handed on alone: canonical JSON, whose signature covers that of all the rest. */
export const signedText = (statement: Readonly<Record<string, unknown>>, key: SigningKey): string =>
	canonicalBytes({ ...statement, signature: signBytes(canonicalBytes(statement), key) }).toString('utf8');

/** What a signed file says, by whichever of the keys; or what is wrong with it. */
export const readSignedText = <Shape extends z.ZodRawShape>(
	schema: z.ZodObject<Shape>,
	text: string,
	keys: readonly PublicJwk[],
): { value: z.output<z.ZodObject<Shape>> } | { wrong: string } => {
	const read = readCanonical(z.looseObject({ signature }), Buffer.from(text.trimEnd(), 'utf8'));
	if ('wrong' in read) return read;
	const { signature: given, ...statement } = read.value;
	if (!keys.some((key) => isSignedBy(canonicalBytes(statement), given, key)))
		return { wrong: 'does not match its signature by any known key' };
	return readCanonical(schema, canonicalBytes(statement));
};
