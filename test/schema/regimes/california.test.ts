import { expect, it } from 'vitest';
import { california } from '../../../schema/regimes/california.ts';

it('has a calendar that was checked for next year', () => {
	expect(california.calendar.until).toBeGreaterThan(new Date().getFullYear());
});

it('is read in California', () => {
	expect(california.zone).toBe('America/Los_Angeles');
});
