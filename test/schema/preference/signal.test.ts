import { expect, it } from 'vitest';
import { isSignal } from '../../../schema/preference/signal.ts';

it.each([
	['1', true],
	[' 1 ', true],
	['0, 1', true],
	['1, 1', true],
	['', false],
	['0', false],
	['true', false],
	['1;q=1', false],
	['11', false],
	['01', false],
	[null, false],
	[undefined, false],
])('of %j says %s', (header, said) => {
	expect(isSignal(header)).toBe(said);
});
