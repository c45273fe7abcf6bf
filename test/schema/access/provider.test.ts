import { expect, it } from 'vitest';
import { providerClaims, providerRoles, roleIn } from '../../../schema/access/provider.ts';

const table = providerRoles.parse({ email: { 'a@x.example': 'officer' }, groups: { desk: 'handler', all: 'Editor' } });
const role = (claims: object) => roleIn(table, providerClaims.parse({ iss: 'i', sub: 's', ...claims }));

it.each([
	['a claim that is one text', { groups: 'desk' }, 'HANDLER'],
	['a claim that is a list', { groups: ['all', 'other'] }, 'EDITOR'],
	['the first of two values in the order of the table', { groups: ['all', 'desk'] }, 'HANDLER'],
	['a verified address before a group', { groups: ['all'], email: 'a@x.example', email_verified: true }, 'OFFICER'],
	['no address that is not verified', { email: 'a@x.example', email_verified: 'yes' }, null],
	['no value that is part of another', { groups: 'desks' }, null],
	['no name of an object’s own', { toString: 'desk', constructor: ['desk'] }, null],
	['nothing of another type', { groups: { desk: true } }, null],
])('finds a role by %s', (_, claims, expected) => {
	expect(role(claims)).toBe(expected);
});

it('takes no role that there is not', () => {
	expect(providerRoles.safeParse({ groups: { desk: 'boss' } }).error?.issues[0]?.message).toContain('officer');
});
