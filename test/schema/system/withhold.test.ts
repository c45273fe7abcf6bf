import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heldStatement, withhold } from '../../../schema/system/withhold.ts';

const digits = (length: number) =>
	fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length });

describe('what may never be disclosed', () => {
	it.each([
		['my number is 078-05-1120, call me', 'my number is * call me'.replace('*', `${heldStatement('governmentId')},`)],
		['card 4111-1111-1111-1111', `card ${heldStatement('financialAccount')}`],
		['DE89 3704 0044 0532 0130 00', heldStatement('financialAccount')],
		['GB82WEST12345698765432', heldStatement('financialAccount')],
		['$2b$12$R9h/cIPz0gi.URNNX3kh2OPST9/PgBkqquzi.Ss7KIUgO2t0jWMUW', heldStatement('password')],
	])('is not in what is left of %j', (text, left) => {
		expect(withhold(text)).toBe(left);
	});

	it.each(['2026-11-24 10:00:00+00', '4111 1111 1111 1112', 'A7F3', '+1 415 555 0100', '$200 and $5'])(
		'is not seen in %j',
		(text) => {
			expect(withhold(text)).toBe(text);
		},
	);

	it('is found in numbers, in names and at any depth', () => {
		const left = withhold({ '078-05-1120': [{ card: 4111111111111111 }, 42, null, true] });
		expect(JSON.stringify(left)).not.toMatch(/078|4111/);
		expect(Object.values(left as object)[0]?.slice(1)).toEqual([42, null, true]);
	});

	it('survives in no text around it', () => {
		fc.assert(
			fc.property(fc.string(), digits(3), digits(2), digits(4), fc.string(), (before, a, b, c, after) => {
				const number = `${a}-${b}-${c}`;
				expect(withhold(`${before} ${number} ${after}`)).not.toContain(` ${number} `);
			}),
		);
	});
});
