import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseReceiptCode, receiptCode, receiptCodeField } from '../../schema/receipt.ts';

const bytes = fc.uint8Array({ minLength: 10, maxLength: 10 });

it('prints ten bytes as four groups of four, without I, L, O and U', () => {
	fc.assert(fc.property(bytes, (it) => /^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/.test(receiptCode(it))));
});

it('gives different bytes different codes', () => {
	fc.assert(
		fc.property(bytes, bytes, (a, b) => {
			expect(receiptCode(a) === receiptCode(b)).toBe(a.every((byte, i) => byte === b[i]));
		}),
	);
});

it('agrees with Crockford’s alphabet', () => {
	expect(receiptCode(Uint8Array.from([0, 0x44, 0x32, 0x14, 0xc7, 0x42, 0x54, 0xb6, 0x35, 0xcf]))).toBe(
		'0123-4567-89AB-CDEF',
	);
	expect(receiptCode(new Uint8Array(10).fill(255))).toBe('ZZZZ-ZZZZ-ZZZZ-ZZZZ');
});

it('reads a code back however it was typed', () => {
	fc.assert(
		fc.property(bytes, (it) => {
			const code = receiptCode(it);
			expect(parseReceiptCode(code)).toBe(code);
			expect(parseReceiptCode(` ${code.toLowerCase().replaceAll('-', ' ')} `)).toBe(code);
			expect(parseReceiptCode(code.replaceAll('-', '–').replaceAll('0', 'o').replaceAll('1', 'l'))).toBe(code);
			expect(parseReceiptCode(code.replaceAll('1', 'I'))).toBe(code);
		}),
	);
});

it.each(['', '7K3M-9QXA-20FD-WB5', '7K3M-9QXA-20FD-WB5TT', 'UUUU-UUUU-UUUU-UUUU', `${' '.repeat(80)}7K3M9QXA20FDWB5T`])(
	'takes %j for no code',
	(typed) => {
		expect(parseReceiptCode(typed)).toBeNull();
		expect(receiptCodeField.safeParse(typed).success).toBe(false);
	},
);

it('refuses to make a code of another number of bytes', () => {
	expect(() => receiptCode(new Uint8Array(9))).toThrow(RangeError);
});
