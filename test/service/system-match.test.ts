import { expect, it } from 'vitest';
import { matchedPoints } from '../../api/service/system-match.ts';

it('counts the points that agree on one row, and adds none of another', () => {
	const customer = { table: 'customer', points: ['email', 'name', 'customerNumber'] };
	const member = { table: 'member', points: ['postalAddress', 'email'] };
	expect(matchedPoints([member, customer])).toEqual(['EMAIL', 'NAME', 'CUSTOMER_NUMBER']);
	expect(matchedPoints([member])).toEqual(['EMAIL', 'POSTAL_ADDRESS']);
	expect(matchedPoints([])).toEqual([]);
});

it('counts nothing that is no proof by law', () => {
	expect(matchedPoints([{ points: ['favouriteColour', 'customer_number', 'DEVICE', 'device'] }])).toEqual(['DEVICE']);
});
