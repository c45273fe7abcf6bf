import { randomUUID } from 'node:crypto';
import type { Role } from '../../schema/access/access.ts';
import type { NewStaff } from '../../schema/access/submission.ts';
import type { Instant } from '../../schema/time.ts';
import type { Store } from '../store/open.ts';
import { insertPersonal, readPersonal } from '../store/personal.ts';
import { endSessions } from '../store/sessions.ts';
import {
	addressKey,
	anyStaffById,
	eraseStaff,
	insertStaff,
	listStaff,
	setRole,
	staffById,
	staffByKey,
} from '../store/staff.ts';
import type { StaffRow } from '../store/tables.ts';
import type { ReadTx, WriteTx } from '../store/transactions.ts';
import type { PersonalData, Vault } from '../store/vault.ts';
import { type By, byOf, type Desk, recordDeed } from './actor.ts';

/** What happened to a person of staff; it names them by their id only. */
export type StaffEvent =
	| ({ type: 'staffAdded' | 'staffRoleChanged'; at: Instant; role: Role } & By)
	| { type: 'staffSignedIn'; at: Instant; sessionId: string; by: 'LINK' | 'PROVIDER' }
	| ({ type: 'staffSessionsEnded' | 'staffRemoved'; at: Instant } & By);

export const recordStaff = (trx: WriteTx, id: string, event: StaffEvent): Promise<void> =>
	recordDeed(trx, { kind: 'staff', id }, event);

/** Adds a person under a key that finds them and answers their id. */
export const insertPerson = async (
	trx: WriteTx,
	vault: Vault,
	it: { data: PersonalData; role: Role; keyIndex: string; now: Instant; by: By },
): Promise<string> => {
	const { data, role, keyIndex, now, by } = it;
	const [id, personalId] = [randomUUID(), randomUUID()];
	await insertPersonal(trx, vault, { id: personalId, data, now });
	await insertStaff(trx, { id, personalId, keyIndex, role, addedAt: now });
	await recordStaff(trx, id, { type: 'staffAdded', at: now, role, ...by });
	return id;
};

/** The id of the new person; null where somebody with that address is there already. */
export const addStaff = ({ store, now, ...actor }: Desk, { name, email, role }: NewStaff): Promise<string | null> =>
	store.write(async (trx) => {
		const keyIndex = addressKey(store.vault, email);
		if (await staffByKey(trx, keyIndex)) return null;
		return insertPerson(trx, store.vault, { data: { name, email }, role, keyIndex, now, by: byOf(actor) });
	});

interface Doing {
	now: Instant;
	by: By;
}

export const giveRole = async (trx: WriteTx, id: string, role: Role, { now, by }: Doing): Promise<void> => {
	await setRole(trx, id, role);
	await recordStaff(trx, id, { type: 'staffRoleChanged', at: now, role, ...by });
};

/** Ends a person's sessions and erases their name and address; the caller then has `store.scrub()` run. */
export const takeOff = async (trx: WriteTx, row: StaffRow, { now, by }: Doing): Promise<void> => {
	await endSessions(trx, row.id, now);
	await eraseStaff(trx, row, now);
	await recordStaff(trx, row.id, { type: 'staffRemoved', at: now, ...by });
};

/** Gives a person another role, at once; false where there is no such person. */
export const changeRole = ({ store, now }: Desk, id: string, role: Role): Promise<boolean> =>
	store.write(async (trx) => {
		if (!(await staffById(trx, id))) return false;
		await giveRole(trx, id, role, { now, by: byOf({}) });
		return true;
	});

/** Takes a person off the list, ends their sessions and erases their name and address; false where there is nobody. */
export const removeStaff = async ({ store, now }: Desk, id: string): Promise<boolean> => {
	const removed = await store.write(async (trx) => {
		const row = await staffById(trx, id);
		if (!row) return false;
		await takeOff(trx, row, { now, by: byOf({}) });
		return true;
	});
	if (removed) await store.scrub();
	return removed;
};

/** A person of staff with what is sealed of them. */
export type StaffMember = StaffRow & Pick<PersonalData, 'name' | 'email'>;

const memberOf = async (tx: ReadTx, vault: Vault, row: StaffRow): Promise<StaffMember> => {
	const { name, email } = (await readPersonal(tx, vault, row.personalId)) ?? {};
	return { ...row, ...(name && { name }), ...(email && { email }) };
};

export const staffMembers = (store: Store): Promise<StaffMember[]> =>
	store.read(async (tx) => Promise.all((await listStaff(tx)).map((row) => memberOf(tx, store.vault, row))));

/** A person of staff, removed or not; null where there was never one. */
export const staffMember = (store: Store, id: string): Promise<StaffMember | null> =>
	store.read(async (tx) => {
		const row = await anyStaffById(tx, id);
		return row ? memberOf(tx, store.vault, row) : null;
	});

/** The name of a person of staff, by their personal record. */
export const nameOfStaff = async (store: Store, personalId: string): Promise<string> =>
	(await store.read((tx) => readPersonal(tx, store.vault, personalId)))?.name ?? '';
