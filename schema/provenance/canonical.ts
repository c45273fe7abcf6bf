import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { z } from 'zod';

/** A value's canonical JSON (JCS, RFC 8785) in UTF-8, without a line break at its end. */
export const canonicalBytes = (value: unknown): Buffer => Buffer.from(canonicalize(value) ?? '', 'utf8');

/** SHA-256 of bytes as they are, in hexadecimal. */
export const sha256OfBytes = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const parsed = (bytes: Uint8Array): unknown => {
	try {
		return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
	} catch {
		return undefined;
	}
};

/**
 * The value of a file that is canonical JSON to the byte, or what is wrong with it: whoever changed a byte of such a file
 * changed what it says.
 */
export const readCanonical = <Schema extends z.ZodType>(
	schema: Schema,
	bytes: Uint8Array,
): { value: z.output<Schema> } | { wrong: string } => {
	const data = parsed(bytes);
	if (data === undefined) return { wrong: 'is not JSON' };
	if (!canonicalBytes(data).equals(bytes)) return { wrong: 'is not canonical JSON (RFC 8785)' };
	const result = schema.safeParse(data);
	if (result.success) return { value: result.data };
	const issue = result.error.issues[0];
	return { wrong: `is not of the expected form at '${issue?.path.join('.')}': ${issue?.message}` };
};
