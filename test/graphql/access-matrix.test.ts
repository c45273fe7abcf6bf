import { type GraphQLField, type GraphQLResolveInfo, isInterfaceType, isObjectType } from 'graphql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { schema } from '../../api/graphql/schema.ts';
import { endSessionsOf } from '../../api/service/sessions.ts';
import { removeStaff } from '../../api/service/staff.ts';
import { revokeApiKey } from '../../api/store/api-keys.ts';
import { access, roles, type Scope, scopes, scopesOf } from '../../schema/access/access.ts';
import { openTestApi, type TestApi } from './api.ts';
import { operationOn } from './operation.ts';
import { addPerson, signInAs } from './staff.ts';

type Field = GraphQLField<unknown, unknown>;

/** The scope that a field declares; null where anybody may read it. */
const scopeOf = ({ extensions }: Field): Scope | null =>
	(extensions as { pothosOptions: { authScopes: { scope?: Scope } } }).pothosOptions.authScopes.scope ?? null;

const types = Object.values(schema.getTypeMap())
	.filter((it) => isObjectType(it) || isInterfaceType(it))
	.filter(({ name }) => !name.startsWith('__'));
const rootTypes = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];

/** What a row says of a scope: its roles, and `*` where a recent sign-in is needed. */
const whoMay = (scope: Scope | null) =>
	scope === null
		? 'anybody'
		: `${scope}${access[scope].stepUp ? '*' : ''} (${access[scope].roles.join(' ').toLowerCase()})`;

/** A type has one row where all its fields are for the same people. */
const rowsOf = (type: (typeof types)[number]): string[] => {
	const fields = Object.values(type.getFields());
	const rows = fields.map((field) => `${type.name}.${field.name}: ${whoMay(scopeOf(field))}`);
	const isAlike = new Set(fields.map(scopeOf)).size === 1 && !rootTypes.some((it) => it === type);
	return isAlike ? [`${type.name}: ${whoMay(scopeOf(fields[0] as Field))}`] : rows;
};

it('says of every field of the schema who may have it, as it was reviewed', async () => {
	const rows = types.flatMap(rowsOf).sort();
	await expect(`${rows.join('\n')}\n`).toMatchFileSnapshot('access-matrix.txt');
});

interface Caller {
	name: string;
	headers: Record<string, string>;
	/** What the caller may do, and what only after another sign-in; null where nobody is answered at all. */
	may: { now: readonly Scope[]; afterSignIn: readonly Scope[] } | null;
}

const nothing = { now: [], afterSignIn: [] };
const stale = (role: (typeof roles)[number]) => ({
	now: scopesOf(role, false),
	afterSignIn: scopesOf(role).filter((it) => access[it].stepUp),
});

const openCallers = async (api: TestApi): Promise<Caller[]> => {
	const bearer = (key: string) => ({ authorization: `Bearer ${key}` });
	const idOf = (key: string) => key.split('_')[1] ?? '';
	const expired = await api.keyFor(...scopes);
	api.addSeconds(365 * 86_400);
	const revoked = await api.keyFor(...scopes);
	await api.store.write((trx) => revokeApiKey(trx, idOf(revoked), api.now));
	const people = Object.fromEntries(await Promise.all(roles.map(async (role) => [role, await addPerson(api, role)])));
	const idle = await signInAs(api, people.OFFICER.email);
	api.addSeconds(1800);
	const old = [];
	for (const role of roles) old.push({ role, headers: await signInAs(api, people[role].email) });
	api.addSeconds(900);
	const recent = [];
	for (const role of roles) recent.push({ role, headers: await signInAs(api, people[role].email) });
	const ended = await addPerson(api, 'OFFICER', 'ended@staff.example');
	const endedHeaders = await signInAs(api, ended.email);
	await endSessionsOf(api, ended.id);
	const removed = await addPerson(api, 'OFFICER', 'removed@staff.example');
	const removedHeaders = await signInAs(api, removed.email);
	await removeStaff(api, removed.id);
	const officer = recent[0]?.headers ?? {};
	return [
		{ name: 'a stranger', headers: {}, may: nothing },
		...recent.map(({ role, headers }) => ({ name: role, headers, may: { now: scopesOf(role), afterSignIn: [] } })),
		...old.map(({ role, headers }) => ({ name: `${role}, a quarter of an hour later`, headers, may: stale(role) })),
		{
			name: 'an officer on a page of another site',
			headers: { ...officer, origin: 'https://evil.example' },
			may: nothing,
		},
		{ name: 'an idle session', headers: idle, may: nothing },
		{ name: 'an ended session', headers: endedHeaders, may: nothing },
		{ name: 'a person who was removed', headers: removedHeaders, may: nothing },
		{
			name: 'a tool with every scope',
			headers: bearer(await api.keyFor(...scopes)),
			may: { now: scopes, afterSignIn: [] },
		},
		{ name: 'a tool with none', headers: bearer(await api.keyFor()), may: nothing },
		{ name: 'a key that has expired', headers: bearer(expired), may: null },
		{ name: 'a key that was revoked', headers: bearer(revoked), may: null },
	];
};

const refusals = ['FORBIDDEN', 'STEP_UP_NEEDED', 'UNAUTHENTICATED'];

/** The code with which a caller is to be refused; null where they are not. */
const expected = (scope: Scope | null, { may }: Caller): string | null => {
	if (!may) return 'UNAUTHENTICATED';
	if (scope === null || may.now.includes(scope)) return null;
	return may.afterSignIn.includes(scope) ? 'STEP_UP_NEEDED' : 'FORBIDDEN';
};

let api: TestApi;
let callers: Caller[];
beforeAll(async () => {
	api = await openTestApi();
	callers = await openCallers(api);
});
afterAll(() => api[Symbol.asyncDispose]());

/** Every operation, the one that ends the caller's session last. */
const operations = (['query', 'mutation'] as const)
	.flatMap((kind) => {
		const type = kind === 'query' ? schema.getQueryType() : schema.getMutationType();
		return Object.values(type?.getFields() ?? {}).map((field) => ({ field, ...operationOn(kind, field) }));
	})
	.sort((a, b) => Number(a.name === 'signOut') - Number(b.name === 'signOut'));

it('answers every query and mutation to each kind of caller as the table says, and to nobody else', async () => {
	expect(operations.length).toBeGreaterThan(35);
	const wrong = [];
	for (const caller of callers) {
		for (const { name, field, query, variables } of operations) {
			const { errors } = await api.ask(query, variables, { headers: caller.headers });
			const codes = (errors ?? []).map(({ extensions }) => String(extensions?.code));
			const refused = codes.find((code) => refusals.includes(code)) ?? null;
			const awaited = expected(scopeOf(field), caller);
			if (refused !== awaited) wrong.push(`${caller.name}: ${name} is ${refused}, not ${awaited}`);
		}
	}
	expect(wrong).toEqual([]);
});

/** With which code a field of an object refuses somebody who has these scopes; null where it gets as far as its object. */
const codeOf = async (field: Field, type: string, scopes: readonly Scope[]): Promise<string | null> => {
	// What is asked of the object fails, since there is none; scopes are looked at before.
	const info = { path: { key: field.name, prev: undefined, typename: type } } as unknown as GraphQLResolveInfo;
	try {
		await field.resolve?.({}, {}, { scopes: new Set(scopes), staff: null }, info);
	} catch (error) {
		const { code } = (error as { extensions?: { code?: string } }).extensions ?? {};
		return code ?? null;
	}
	return null;
};

it('refuses every field of every object without its one scope, whatever other scopes there are', async () => {
	const guarded = types
		.filter(isObjectType)
		.flatMap((type) =>
			Object.values(type.getFields()).map((field) => ({ type: type.name, field, scope: scopeOf(field) })),
		)
		.filter(({ type }) => type !== 'Subscription')
		.filter(({ scope }) => scope !== null);
	expect(guarded.length).toBeGreaterThan(60);
	const wrong = [];
	for (const { type, field, scope } of guarded) {
		const without = await codeOf(
			field,
			type,
			scopes.filter((it) => it !== scope),
		);
		const withAll = await codeOf(field, type, scopes);
		if (without !== 'FORBIDDEN' || withAll === 'FORBIDDEN') wrong.push(`${type}.${field.name}: ${without}, ${withAll}`);
	}
	expect(wrong).toEqual([]);
});
