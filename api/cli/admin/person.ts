import { parseArgs } from 'node:util';
import { access, type Role, roles, scopes } from '../../../schema/access/access.ts';
import { newStaff } from '../../../schema/access/submission.ts';
import { endSessionsOf, liveSince } from '../../service/sessions.ts';
import { addStaff, changeRole, removeStaff, staffMembers } from '../../service/staff.ts';
import { liveSessions } from '../../store/sessions.ts';
import type { AdminScope, Subject } from './subject.ts';

const options = {
	name: { type: 'string' },
	email: { type: 'string' },
	role: { type: 'string' },
	json: { type: 'boolean', default: false },
} as const;

interface Values {
	name?: string | undefined;
	email?: string | undefined;
	role?: string | undefined;
	json: boolean;
}
type Work = (scope: AdminScope) => Promise<void>;

const parseRole = (text: string | undefined): Role => {
	const role = roles.find((it) => it === text?.toUpperCase());
	if (!role) throw new TypeError(`--role: expected one of ${roles.join(', ').toLowerCase()}`);
	return role;
};

const parseId = (id: string | undefined, shownBy: string): string => {
	if (!id) throw new TypeError(`--: name whom or what by its id; ${shownBy} shows it`);
	return id;
};

const missing = (why: string) => {
	console.error(why);
	process.exitCode = 1;
};

const add = ({ name = '', email = '', role, json }: Values): Work => {
	const parsed = newStaff.safeParse({ name, email, role: parseRole(role) });
	if (!parsed.success) {
		const [issue] = parsed.error.issues;
		throw new TypeError(`--${issue?.path.join('.')}: ${issue?.message}`);
	}
	return async (scope) => {
		const id = await addStaff(scope, parsed.data);
		if (!id) return missing('Somebody with this address is on the list already; change their role.');
		const url = `${scope.config.publicUrl}/auth/`;
		console.log(json ? JSON.stringify({ id, signInAt: url }) : `${id} is added, and signs in at ${url}`);
	};
};

const list =
	({ json }: Values): Work =>
	async ({ store }) => {
		const people = await staffMembers(store);
		if (json) {
			const shown = people.map(({ keyIndex: _, personalId: __, ...person }) => person);
			return console.log(JSON.stringify(shown));
		}
		if (people.length === 0) return console.log('There is nobody yet.');
		for (const { id, name, email, role, addedAt, removedAt } of people) {
			const state = removedAt ? `removed at ${removedAt}` : `added at ${addedAt}`;
			console.log([id, role.toLowerCase(), ...(removedAt ? [] : [name ?? '-', email ?? '-']), state].join('  '));
		}
	};

const changeTo = (id: string, role: Role): Work => {
	return async (scope) => {
		if (!(await changeRole(scope, id, role))) return missing(`There is nobody ${id} on the list.`);
		console.log(`${id} is ${role.toLowerCase()} from now on.`);
	};
};

const remove = (id: string): Work => {
	return async (scope) => {
		if (!(await removeStaff(scope, id))) return missing(`There is nobody ${id} on the list.`);
		console.log(`${id} is removed: signed out everywhere, name and address erased.`);
	};
};

const sessions =
	({ json }: Values): Work =>
	async ({ store, now }) => {
		const live = await store.read((tx) => liveSessions(tx, liveSince(now)));
		const shown = live.map(({ hash: _, endedAt: __, ...session }) => session);
		if (json) return console.log(JSON.stringify(shown));
		if (shown.length === 0) return console.log('Nobody is signed in.');
		for (const { id, staffId, signedInAt, seenAt } of shown)
			console.log(`${id}  person ${staffId}  signed in at ${signedInAt}, last seen at ${seenAt}`);
	};

const end = (id: string): Work => {
	return async (scope) => {
		const count = await endSessionsOf(scope, id);
		if (count === 0) return missing(`There is no live session of ${id}.`);
		console.log(count === 1 ? 'One session is ended.' : `${count} sessions are ended.`);
	};
};

const roleLines = scopes.map((scope) => {
	const { allows, roles: whose } = access[scope];
	return `  ${whose.join(', ').toLowerCase().padEnd(34)}${allows}`;
});

/** People of staff and their sessions. */
export const person: Subject = {
	usage: `  npm run admin -- person add --name <name> --email <address> --role <role>
  npm run admin -- person list
  npm run admin -- person role <id> --role <role>
  npm run admin -- person remove <id>      signs out everywhere, erases name and address
  npm run admin -- person sessions         who is signed in
  npm run admin -- person end <id>         of a session, or of a person: all of theirs

${roleLines.join('\n')}`,
	read(args) {
		const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
		const [name, id] = positionals;
		if (name === 'add') return add(values);
		if (name === 'list') return list(values);
		if (name === 'role') return changeTo(parseId(id, 'person list'), parseRole(values.role));
		if (name === 'remove') return remove(parseId(id, 'person list'));
		if (name === 'sessions') return sessions(values);
		return name === 'end' ? end(parseId(id, 'person sessions')) : null;
	},
};
