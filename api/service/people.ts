import { type Role, type Scope, scopesOf } from '../../schema/access/access.ts';
import type { NewStaff } from '../../schema/access/submission.ts';
import type { Instant } from '../../schema/time.ts';
import { lastSignIn, officersBeside, staffById } from '../store/staff.ts';
import type { StaffRow } from '../store/tables.ts';
import { lockName, type WriteTx } from '../store/transactions.ts';
import { type Actor, byOf, type Desk } from './actor.ts';
import { isId } from './record-id.ts';
import { done, type Result, refused } from './result.ts';
import { endSessionsOf } from './sessions.ts';
import { addStaff, giveRole, type StaffMember, staffMember, staffMembers, takeOff } from './staff.ts';

/** Somebody who lets others in: nobody gives, changes or takes away more than they have. */
export type Giver = Desk & Actor & { scopes: ReadonlySet<Scope> };

export const mayGive = ({ scopes }: Pick<Giver, 'scopes'>, given: readonly Scope[]): boolean =>
	given.every((scope) => scopes.has(scope));

export type Person = StaffMember;

/** Everybody of staff, those who were removed too. */
export const people = ({ store }: Desk): Promise<Person[]> => staffMembers(store);

export const personById = async ({ store }: Desk, id: string): Promise<Person | null> =>
	isId(id) ? staffMember(store, id) : null;

/** When a person last signed in; null where they never did. */
export const signedInLast = ({ store }: Desk, id: string): Promise<Instant | null> =>
	store.read((tx) => lastSignIn(tx, id));

const personOr = async (giver: Giver, id: string): Promise<Result<Person>> => {
	const person = await personById(giver, id);
	return person ? done(person) : refused('UNKNOWN_PERSON', ['id']);
};

/** Adds a person of staff with a role. */
export const addPerson = async (giver: Giver, input: NewStaff): Promise<Result<Person>> => {
	if (!mayGive(giver, scopesOf(input.role))) return refused('MORE_THAN_YOURS', ['role']);
	const id = await addStaff(giver, input);
	return id === null ? refused('ALREADY_STAFF', ['email']) : personOr(giver, id);
};

/** Why somebody may not change the place of a person on the list; null where they may. */
const hindrance = async (trx: WriteTx, { staff, ...giver }: Giver, row: StaffRow, to: Role | null) => {
	if (row.id === staff?.staffId) return refused('YOURSELF', ['id']);
	if (!mayGive(giver, scopesOf(row.role))) return refused('MORE_THAN_YOURS', ['id']);
	if (to && !mayGive(giver, scopesOf(to))) return refused('MORE_THAN_YOURS', ['role']);
	const staysOfficer = row.role !== 'OFFICER' || to === 'OFFICER';
	return staysOfficer || (await officersBeside(trx, row.id)) > 0 ? null : refused('LAST_OFFICER', ['id']);
};

/** Gives a person another role, or takes them off the list with null. */
const place = async (giver: Giver, id: string, to: Role | null): Promise<Result<Person>> => {
	const { store, now } = giver;
	const result = await store.write(async (trx): Promise<Result<StaffRow>> => {
		// Two officers may take each other off at the same moment.
		await lockName(trx, 'staff');
		const row = isId(id) ? await staffById(trx, id) : undefined;
		if (!row) return refused('UNKNOWN_PERSON', ['id']);
		const why = await hindrance(trx, giver, row, to);
		if (why) return why;
		const doing = { now, by: byOf(giver) };
		if (to === null) await takeOff(trx, row, doing);
		else if (to !== row.role) await giveRole(trx, id, to, doing);
		return done(row);
	});
	return result.ok ? personOr(giver, id) : result;
};

/** Gives somebody else another role, at once. */
export const changePersonRole = (giver: Giver, { id, role }: { id: string; role: Role }): Promise<Result<Person>> =>
	place(giver, id, role);

/** Takes somebody else off the list: signed out everywhere, name and address erased. */
export const removePerson = async (giver: Giver, { id }: { id: string }): Promise<Result<Person>> => {
	const result = await place(giver, id, null);
	if (result.ok) await giver.store.scrub();
	return result;
};

/** Signs a person out in every browser. */
export const signPersonOut = async (giver: Giver, { id }: { id: string }): Promise<Result<Person>> => {
	const found = await personOr(giver, id);
	if (!found.ok || found.value.removedAt) return refused('UNKNOWN_PERSON', ['id']);
	if (!mayGive(giver, scopesOf(found.value.role))) return refused('MORE_THAN_YOURS', ['id']);
	await endSessionsOf(giver, id);
	return found;
};
