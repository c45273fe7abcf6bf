import { parseArgs } from 'node:util';
import { type Scope, scopes } from '../../../schema/access/access.ts';
import { longestKeyDays } from '../../../schema/access/submission.ts';
import { newKey, revokeKey } from '../../service/keys.ts';
import { listApiKeys } from '../../store/api-keys.ts';
import type { AdminScope, Subject } from './subject.ts';

const options = {
	name: { type: 'string' },
	scopes: { type: 'string' },
	days: { type: 'string', default: '90' },
	json: { type: 'boolean', default: false },
} as const;

type Values = { name?: string | undefined; scopes?: string | undefined; days: string; json: boolean };
type Action = (scope: AdminScope, values: Values, id: string | undefined) => Promise<void>;

const parseScopes = (text: string | undefined): Scope[] => {
	const wanted = (text ?? '').split(',').map((scope) => scope.trim());
	const known = scopes.filter((scope) => wanted.includes(scope));
	if (known.length === 0 || known.length !== new Set(wanted).size) {
		throw new TypeError(`--scopes: expected one or more of ${scopes.join(',')}`);
	}
	return known;
};

const parseDays = (text: string) => {
	const days = Number(text);
	if (!Number.isInteger(days) || days < 1 || days > longestKeyDays) {
		throw new TypeError(`--days: expected a whole number from 1 to ${longestKeyDays}`);
	}
	return days;
};

const create: Action = async ({ store, now }, { name, scopes, days, json }) => {
	if (!name) throw new TypeError('--name: say what the key is for, such as --name desk');
	const made = await newKey({ store, now }, { name, scopes: parseScopes(scopes), days: parseDays(days) });
	console.log(json ? JSON.stringify(made) : `${made.key}\nShown this once; it expires at ${made.expiresAt}.`);
};

const list: Action = async ({ store, now }, { json }) => {
	const keys = await store.read(listApiKeys);
	if (json) return console.log(JSON.stringify(keys));
	if (keys.length === 0) return console.log('There are no keys yet.');
	for (const { id, name, scopes, expiresAt, lastUsedAt, revokedAt } of keys) {
		const state = revokedAt ? `revoked at ${revokedAt}` : `${expiresAt > now ? 'expires' : 'expired'} at ${expiresAt}`;
		console.log(
			`${id}  ${name}  ${scopes.join(',')}  ${state}, ${lastUsedAt ? `last used ${lastUsedAt}` : 'never used'}`,
		);
	}
};

const revoke: Action = async ({ store, now }, _, id) => {
	if (!id) throw new TypeError('--: name the key to revoke by its id; key list shows them');
	const revoked = await revokeKey({ store, now }, id);
	console.log(revoked ? `${id} is revoked.` : `There is no key ${id} that could be revoked.`);
	if (!revoked) process.exitCode = 1;
};

const actions: Record<string, Action> = { new: create, list, revoke };

/** Keys with which staff and tools use the API. */
export const key: Subject = {
	usage: `  npm run admin -- key new --name <what it is for> --scopes <a,b> [--days 90]
        prints the key once; send it as 'Authorization: Bearer <key>'
  npm run admin -- key list
  npm run admin -- key revoke <id>

  scopes   ${scopes.join(', ')}`,
	read(args) {
		const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
		const [name = '', id] = positionals;
		const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
		return action ? (scope) => action(scope, values, id) : null;
	},
};
