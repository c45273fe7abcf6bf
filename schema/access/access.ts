/** What people of staff are there for. Tools have no role: each key has scopes of its own. */
export const roles = ['OFFICER', 'HANDLER', 'AUDITOR', 'EDITOR'] as const;
export type Role = (typeof roles)[number];

interface Access {
	/** What it allows, in words. */
	allows: string;
	/** Whose sign-in carries it; a key may have any scope. */
	roles: readonly Role[];
	/** Whether it discloses personal data, ends a matter with a letter, or lets others in: a sign-in must then be recent. */
	stepUp: boolean;
}

/** Everything that is not public, and who may do it; what stands nowhere here nobody may do. */
export const access = {
	'requests:read': {
		allows: 'see requests, their states and dates',
		roles: ['OFFICER', 'HANDLER', 'AUDITOR'],
		stepUp: false,
	},
	'requests:record': {
		allows: 'enter requests that came otherwise than by the form',
		roles: ['OFFICER', 'HANDLER'],
		stepUp: false,
	},
	'requests:verify': { allows: 'note that a person is verified', roles: ['OFFICER', 'HANDLER'], stepUp: false },
	'requests:answer': { allows: 'answer requests and put answers off', roles: ['OFFICER', 'HANDLER'], stepUp: true },
	'objections:read': {
		allows: 'see objections and their states',
		roles: ['OFFICER', 'HANDLER', 'AUDITOR'],
		stepUp: false,
	},
	'objections:decide': { allows: 'decide objections', roles: ['OFFICER', 'HANDLER'], stepUp: true },
	'governing:read': {
		allows: 'ask which text governs a person',
		roles: ['OFFICER', 'HANDLER', 'AUDITOR'],
		stepUp: false,
	},
	'personal:read': { allows: 'read what people sent', roles: ['OFFICER', 'HANDLER'], stepUp: true },
	'audience:write': { allows: 'have everyone told whom a change affects', roles: ['OFFICER'], stepUp: true },
	'optouts:read': { allows: 'see opt-outs and limits', roles: ['OFFICER', 'AUDITOR'], stepUp: false },
	'figures:read': {
		allows: 'see counts and times of answers',
		roles: ['OFFICER', 'HANDLER', 'AUDITOR', 'EDITOR'],
		stepUp: false,
	},
	'tasks:read': {
		allows: 'see what each system has to do for a request',
		roles: ['OFFICER', 'HANDLER', 'AUDITOR'],
		stepUp: false,
	},
	'tasks:write': { allows: 'note what was done in a system', roles: ['OFFICER', 'HANDLER'], stepUp: false },
	'staff:read': {
		allows: 'see who is of staff, and when they signed in',
		roles: ['OFFICER', 'AUDITOR'],
		stepUp: false,
	},
	'staff:write': { allows: 'add and remove people of staff, and change their roles', roles: ['OFFICER'], stepUp: true },
	'keys:read': { allows: 'see keys and their scopes', roles: ['OFFICER', 'AUDITOR'], stepUp: false },
	'keys:write': { allows: 'make and revoke keys', roles: ['OFFICER'], stepUp: true },
	'webhooks:read': { allows: 'see webhooks and what was delivered', roles: ['OFFICER', 'AUDITOR'], stepUp: false },
	'webhooks:write': {
		allows: 'make webhooks, switch them and send again',
		roles: ['OFFICER'],
		stepUp: true,
	},
	'audit:read': { allows: 'see who did and read what', roles: ['OFFICER', 'AUDITOR'], stepUp: false },
} as const satisfies Record<string, Access>;

export type Scope = keyof typeof access;

/** Whether a key works. */
export const keyStates = ['LIVE', 'EXPIRED', 'REVOKED'] as const;
export type KeyState = (typeof keyStates)[number];

/** All scopes, in the order of the table. */
export const scopes = Object.keys(access) as Scope[]; // the keys of a constant are exactly these

const has = (scope: Scope, role: Role) => (access[scope].roles as readonly Role[]).includes(role);

/** What a role allows; without a recent sign-in, only what discloses nothing and ends nothing. */
export const scopesOf = (role: Role, isRecent = true): Scope[] =>
	scopes.filter((scope) => has(scope, role) && (isRecent || !access[scope].stepUp));
