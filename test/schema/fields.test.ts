import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPlainAddress } from '../../api/mail/address.ts';
import { emailField } from '../../schema/fields.ts';

const read = (text: string) => emailField.safeParse(text).data;

describe('an e-mail address', () => {
	it('is taken in any letters after the @, and kept as mail is sent to it', () => {
		expect(read('name@müller.example')).toBe('name@xn--mller-kva.example');
		expect(read('name@例え.テスト')).toBe('name@xn--r8jz45g.xn--zckzah');
		expect(read('name@Example.ORG')).toBe('name@example.org');
		expect(read(' name+tag@example.org ')).toBe('name+tag@example.org');
	});

	it('is nothing that names two people, another place or none', () => {
		const wrong = [
			'name@',
			'@example.org',
			'a@b@example.org',
			'name@example.org, other@example.org',
			'name@exa mple.org',
			'name@example.org:25',
			'name@127.0.0.1',
			'name@1',
			'name@[::1]',
			'name@exa%6dple.org',
			'"a b"@example.org',
			'náme@example.org',
			'name@example.org\r\nBcc: other@example.org',
			'name@-müller.example/x',
		];
		expect(wrong.filter((text) => read(text) !== undefined)).toEqual([]);
	});

	it('is always one plain address, and the same when it is read again', () => {
		const anything = fc
			.tuple(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }))
			.map((it) => it.join('@'));
		fc.assert(
			fc.property(fc.oneof(fc.emailAddress(), anything), (text) => {
				const address = read(text);
				if (address !== undefined) expect([isPlainAddress(address), read(address)]).toEqual([true, address]);
			}),
		);
	});
});
