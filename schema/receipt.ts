import { z } from 'zod';
import { fieldWords } from './field-words.ts';

/** A receipt code as it is printed: 80 random bits in Crockford's base32, `XXXX-XXXX-XXXX-XXXX`. */
export type ReceiptCode = string & { readonly receipt: unique symbol };

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const codeBytes = 10;

/** The code that ten random bytes make; throws RangeError on any other number of them. */
export const receiptCode = (bytes: Uint8Array): ReceiptCode => {
	if (bytes.length !== codeBytes) throw new RangeError(`expected ${codeBytes} bytes, got ${bytes.length}`);
	const number = bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
	const symbols = Array.from({ length: 16 }, (_, i) => alphabet[Number((number >> BigInt(75 - i * 5)) & 31n)]);
	return grouped(symbols.join(''));
};

/** The code that a person typed, whatever the case, spaces and hyphens, O read as 0, I and L as 1; null where it is none. */
export const parseReceiptCode = (typed: string): ReceiptCode | null => {
	if (typed.length > 64) return null;
	const symbols = typed
		.toUpperCase()
		.replace(/[\s\p{Pd}]/gu, '')
		.replace(/O/g, '0')
		.replace(/[IL]/g, '1');
	return /^[0-9A-HJKMNP-TV-Z]{16}$/.test(symbols) ? grouped(symbols) : null;
};

const grouped = (symbols: string): ReceiptCode => (symbols.match(/.{4}/g) ?? []).join('-') as ReceiptCode;

/** A receipt code as typed, read forgivingly. */
export const receiptCodeField = z.string().transform((typed, issues): ReceiptCode => {
	const code = parseReceiptCode(typed);
	if (code) return code;
	issues.addIssue(fieldWords.codeMalformed);
	return z.NEVER;
});
