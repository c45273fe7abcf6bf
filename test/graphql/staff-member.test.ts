import { expect, it } from 'vitest';
import { addStaff } from '../../api/service/staff.ts';
import { scopes } from '../../schema/access/access.ts';
import { addSeconds } from '../../schema/time.ts';
import { newStore } from '../support/stores.ts';
import { openTestApi, type TestApi } from './api.ts';
import { doing, globalId } from './office.ts';
import { addPerson, askForLink, followLink, linkFor, signInAs } from './staff.ts';

const list = '{ staffMembers { id name email role addedAt removedAt lastSignedInAt } }';
const idOf = ({ id }: { id: string }) => globalId('StaffMember', id);

/** An officer who is signed in, and what they do. */
const withOfficer = async (api: TestApi) => {
	const officer = await addPerson(api, 'OFFICER');
	const headers = await signInAs(api, officer.email);
	return { officer, headers, act: doing(api, { headers }) };
};

it('lists who is of staff, in which role, and when they last signed in', async () => {
	await using api = await openTestApi();
	const { officer, headers, act } = await withOfficer(api);
	api.addSeconds(1);
	const added = await act('addStaffMember', { name: 'Ana Vale', email: ' Ana@staff.example ', role: 'HANDLER' });
	expect(added).toEqual({ __typename: 'StaffMember' });
	const { data } = await api.ask(list, {}, { headers });
	expect(data.staffMembers).toMatchObject([
		{ id: idOf(officer), role: 'OFFICER', lastSignedInAt: addSeconds(api.now, -1), removedAt: null },
		{ name: 'Ana Vale', email: 'Ana@staff.example', role: 'HANDLER', lastSignedInAt: null },
	]);
	const twice = await act('addStaffMember', { name: 'Ana', email: 'ana@staff.example', role: 'AUDITOR' });
	expect(twice).toMatchObject({ code: 'ALREADY_STAFF', path: ['email'] });
	const wrong = await act('addStaffMember', { name: ' ', email: 'ana', role: 'AUDITOR' });
	expect(wrong).toMatchObject({ __typename: 'InvalidInput', issues: [{ path: ['name'] }, { path: ['email'] }] });
});

it('changes the role of a person at once, and takes them off with name and address', async () => {
	await using api = await openTestApi();
	const { headers, act } = await withOfficer(api);
	const handler = await addPerson(api, 'HANDLER');
	const theirs = await signInAs(api, handler.email);
	const may = async () =>
		(await api.ask('{ rightsRequests { edges { cursor } } }', {}, { headers: theirs })).errors?.[0];
	expect(await may()).toBeUndefined();
	expect(await act('changeStaffRole', { id: idOf(handler), role: 'EDITOR' }, '... on StaffMember { role }')).toEqual({
		__typename: 'StaffMember',
		role: 'EDITOR',
	});
	expect((await may())?.extensions?.code).toBe('FORBIDDEN');
	expect(await act('endStaffSessions', { id: idOf(handler) })).toEqual({ __typename: 'StaffMember' });
	expect((await api.ask('{ viewer { name } }', {}, { headers: theirs })).data.viewer).toBeNull();

	const gone = await act('removeStaffMember', { id: idOf(handler) }, '... on StaffMember { name email removedAt }');
	expect(gone).toEqual({ __typename: 'StaffMember', name: null, email: null, removedAt: api.now });
	expect((await api.ask(list, {}, { headers })).text).not.toContain('handler@staff.example');
	for (const mutation of ['removeStaffMember', 'endStaffSessions'])
		expect(await act(mutation, { id: idOf(handler) })).toMatchObject({ code: 'UNKNOWN_PERSON' });
});

it('lets nobody change their own role or take themselves off', async () => {
	await using api = await openTestApi();
	const { officer, act } = await withOfficer(api);
	await addPerson(api, 'OFFICER', 'second@staff.example');
	expect(await act('changeStaffRole', { id: idOf(officer), role: 'AUDITOR' })).toMatchObject({ code: 'YOURSELF' });
	expect(await act('removeStaffMember', { id: idOf(officer) })).toMatchObject({ code: 'YOURSELF' });
});

it.each(['sqlite3', 'postgres'] as const)(
	'keeps the last officer, also where two take each other off at once, on %s',
	async (dialect) => {
		await using api = await openTestApi({ store: await newStore(dialect) });
		const first = await withOfficer(api);
		const second = await addPerson(api, 'OFFICER', 'second@staff.example');
		const others = doing(api, { headers: await signInAs(api, second.email) });
		const done = await Promise.all([
			first.act('removeStaffMember', { id: idOf(second) }),
			others('removeStaffMember', { id: idOf(first.officer) }),
		]);
		expect(done.filter(({ __typename }) => __typename === 'StaffMember')).toHaveLength(1);
		const tool = doing(api, { key: await api.keyFor(...scopes) });
		const { data } = await api.ask(list, {}, { key: await api.keyFor('staff:read') });
		const left = data.staffMembers.find((it: { removedAt: string | null }) => it.removedAt === null);
		expect(await tool('removeStaffMember', { id: left.id })).toMatchObject({ code: 'LAST_OFFICER' });
		expect(await tool('changeStaffRole', { id: left.id, role: 'AUDITOR' })).toMatchObject({ code: 'LAST_OFFICER' });
	},
);

it('lets nobody give, change or take away more than they may do themselves', async () => {
	await using api = await openTestApi();
	const officers = [await addPerson(api, 'OFFICER'), await addPerson(api, 'OFFICER', 'second@staff.example')];
	const tool = doing(api, { key: await api.keyFor('staff:read', 'staff:write', 'figures:read') });
	const person = { name: 'Ana', email: 'ana@staff.example' };
	for (const role of ['OFFICER', 'HANDLER', 'AUDITOR'])
		expect(await tool('addStaffMember', { ...person, role })).toMatchObject({
			code: 'MORE_THAN_YOURS',
			path: ['role'],
		});
	expect(await tool('addStaffMember', { ...person, role: 'EDITOR' })).toEqual({ __typename: 'StaffMember' });
	const [officer] = officers.map(idOf);
	for (const mutation of ['removeStaffMember', 'endStaffSessions'])
		expect(await tool(mutation, { id: officer })).toMatchObject({ code: 'MORE_THAN_YOURS', path: ['id'] });
	const ana = await addStaff(api, { name: 'Ben', email: 'ben@staff.example', role: 'EDITOR' });
	const raised = await tool('changeStaffRole', { id: globalId('StaffMember', ana ?? ''), role: 'OFFICER' });
	expect(raised).toMatchObject({ code: 'MORE_THAN_YOURS', path: ['role'] });
});

it('asks for a recent sign-in before the list of staff is changed', async () => {
	await using api = await openTestApi();
	const { officer, headers, act } = await withOfficer(api);
	api.addSeconds(15 * 60);
	const input = { name: 'Ana', email: 'ana@staff.example', role: 'HANDLER' };
	expect(await act('addStaffMember', input)).toEqual({ error: 'STEP_UP_NEEDED' });
	const { cookie } = await askForLink(api, officer.email, headers);
	await followLink(api, await linkFor(api), `${headers.cookie}; ${cookie}`);
	expect((await api.ask(list, {}, { headers: await signInAs(api, officer.email) })).data.staffMembers).toHaveLength(1);
});

it('records who added, changed and removed whom by ids alone', async () => {
	await using api = await openTestApi();
	const { officer, act } = await withOfficer(api);
	await act('addStaffMember', { name: 'Ana Vale', email: 'ana@staff.example', role: 'HANDLER' });
	const events = await api.store.read((tx) =>
		tx.selectFrom('event').selectAll().where('streamKind', '=', 'staff').orderBy('seq').execute(),
	);
	expect(JSON.stringify(events)).not.toMatch(/Ana|staff\.example/);
	expect(JSON.parse(events.at(-1)?.data ?? '')).toEqual({ role: 'HANDLER', keyId: null, staffId: officer.id });
});
