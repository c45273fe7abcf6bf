import { expect, it } from 'vitest';
import { refusal, refusals } from '../../schema/refusals.ts';

it('gives every refusal a code in capitals and whole sentences of its own', () => {
	for (const [code, message] of Object.entries(refusals)) {
		expect(code).toMatch(/^[A-Z]+(_[A-Z]+)*$/);
		expect(message).toMatch(/^[A-Z].*\.$/);
	}
	expect(new Set(Object.values(refusals)).size).toBe(Object.keys(refusals).length);
});

it('says which field is to blame', () => {
	expect(refusal('ADDRESS_NEEDED', ['email'])).toEqual({
		code: 'ADDRESS_NEEDED',
		message: 'We need an e-mail address to answer this request.',
		path: ['email'],
	});
});
