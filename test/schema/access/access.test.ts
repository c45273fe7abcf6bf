import { expect, it } from 'vitest';
import { access, roles, scopes, scopesOf } from '../../../schema/access/access.ts';

it('gives each role what it is there for and nothing else', () => {
	expect(Object.fromEntries(roles.map((role) => [role, scopesOf(role)]))).toEqual({
		OFFICER: scopes,
		HANDLER: [
			'requests:read',
			'requests:record',
			'requests:verify',
			'requests:answer',
			'objections:read',
			'objections:decide',
			'governing:read',
			'personal:read',
			'figures:read',
			'tasks:read',
			'tasks:write',
		],
		AUDITOR: [
			'requests:read',
			'objections:read',
			'governing:read',
			'optouts:read',
			'figures:read',
			'tasks:read',
			'staff:read',
			'keys:read',
			'webhooks:read',
			'audit:read',
		],
		EDITOR: ['figures:read'],
	});
});

it('shows nothing personal to auditors and editors', () => {
	for (const role of ['AUDITOR', 'EDITOR'] as const) {
		expect(scopesOf(role).filter((scope) => access[scope].stepUp)).toEqual([]);
		expect(scopesOf(role)).not.toContain('personal:read');
	}
});

it('takes what discloses or ends something, or lets others in, from a sign-in that is not recent', () => {
	const lost = scopesOf('OFFICER').filter((scope) => !scopesOf('OFFICER', false).includes(scope));
	expect(lost).toEqual([
		'requests:answer',
		'objections:decide',
		'personal:read',
		'audience:write',
		'staff:write',
		'keys:write',
		'webhooks:write',
	]);
});
