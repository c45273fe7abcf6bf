import { randomUUID } from 'node:crypto';
import type { Role } from '../../schema/access/access.ts';
import type { NewStaff } from '../../schema/access/submission.ts';
import type { Instant } from '../../schema/time.ts';
import { appendEvents, readStream } from '../store/events.ts';
import type { Store } from '../store/open.ts';
import { insertPersonal, readPersonal } from '../store/personal.ts';
import { endSessions } from '../store/sessions.ts';
import { addressKey, eraseStaff, insertStaff, listStaff, setRole, staffById, staffByKey } from '../store/staff.ts';
import type { StaffRow } from '../store/tables.ts';
import type { WriteTx } from '../store/transactions.ts';
import type { PersonalData, Vault } from '../store/vault.ts';

/** What happened to a person of staff; it names them by their id only. */
export type StaffEvent =
	| { type: 'staffAdded' | 'staffRoleChanged'; at: Instant; role: Role }
	| { type: 'staffSignedIn'; at: Instant; sessionId: string; by: 'LINK' | 'PROVIDER' }
	| { type: 'staffSessionsEnded'; at: Instant }
	| { type: 'staffRemoved'; at: Instant };

export const recordStaff = async (trx: WriteTx, id: string, event: StaffEvent): Promise<void> => {
	const stream = { kind: 'staff', id } as const;
	const before = await readStream(trx, stream);
	await appendEvents(trx, stream, before.length, [event]);
};

/** Adds a person under a key that finds them and answers their id. */
export const insertPerson = async (
	trx: WriteTx,
	vault: Vault,
	it: { data: PersonalData; role: Role; keyIndex: string; now: Instant },
): Promise<string> => {
	const { data, role, keyIndex, now } = it;
	const [id, personalId] = [randomUUID(), randomUUID()];
	await insertPersonal(trx, vault, { id: personalId, data, now });
	await insertStaff(trx, { id, personalId, keyIndex, role, addedAt: now });
	await recordStaff(trx, id, { type: 'staffAdded', at: now, role });
	return id;
};

interface Desk {
	store: Store;
	now: Instant;
}

/** The id of the new person; null where somebody with that address is there already. */
export const addStaff = ({ store, now }: Desk, { name, email, role }: NewStaff): Promise<string | null> =>
	store.write(async (trx) => {
		const keyIndex = addressKey(store.vault, email);
		if (await staffByKey(trx, keyIndex)) return null;
		return insertPerson(trx, store.vault, { data: { name, email }, role, keyIndex, now });
	});

/** Gives a person another role, at once; false where there is no such person. */
export const changeRole = ({ store, now }: Desk, id: string, role: Role): Promise<boolean> =>
	store.write(async (trx) => {
		if (!(await staffById(trx, id))) return false;
		await setRole(trx, id, role);
		await recordStaff(trx, id, { type: 'staffRoleChanged', at: now, role });
		return true;
	});

/** Takes a person off the list, ends their sessions and erases their name and address; false where there is nobody. */
export const removeStaff = async ({ store, now }: Desk, id: string): Promise<boolean> => {
	const removed = await store.write(async (trx) => {
		const row = await staffById(trx, id);
		if (!row) return false;
		await endSessions(trx, id, now);
		await eraseStaff(trx, row, now);
		await recordStaff(trx, id, { type: 'staffRemoved', at: now });
		return true;
	});
	if (removed) await store.scrub();
	return removed;
};

/** A person of staff with what is sealed of them. */
export type StaffMember = StaffRow & Pick<PersonalData, 'name' | 'email'>;

export const staffMembers = (store: Store): Promise<StaffMember[]> =>
	store.read(async (tx) => {
		const rows = await listStaff(tx);
		return Promise.all(
			rows.map(async (row) => {
				const { name, email } = (await readPersonal(tx, store.vault, row.personalId)) ?? {};
				return { ...row, ...(name && { name }), ...(email && { email }) };
			}),
		);
	});

/** The name of a person of staff, by their personal record. */
export const nameOfStaff = async (store: Store, personalId: string): Promise<string> =>
	(await store.read((tx) => readPersonal(tx, store.vault, personalId)))?.name ?? '';
