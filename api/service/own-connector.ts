import { emailField, nameField } from '../../schema/fields.ts';
import type { Correction, Person } from '../../schema/system/system.ts';
import { anyHeld, type Connector, type ExportedTable } from '../connectors/connector.ts';
import { SystemError } from '../connectors/transaction.ts';
import { type OwnRecords, recordsOf } from '../store/own-records.ts';
import { changePersonal } from '../store/personal.ts';
import { rehearse } from '../store/rehearsal.ts';
import type { WriteTx } from '../store/transactions.ts';
import type { Environment } from './environment.ts';
import { forgetRecords } from './own-erase.ts';
import { exportTable } from './own-export.ts';
import { recordReading } from './personal-access.ts';

type Own = Pick<Environment, 'store' | 'now'>;

const tables = ['subscription', 'audience', 'objection', 'request', 'choice'] as const satisfies (keyof OwnRecords)[];

/** What may be corrected, and what is expected there. Letters of a request go to the address that was confirmed. */
const correctable: Record<string, typeof emailField | typeof nameField> = {
	'subscription.email': emailField,
	'objection.name': nameField,
	'request.name': nameField,
};

/** Work in one transaction; unless `keep`, it is done and taken back. */
const attempt = <T>({ store }: Own, keep: boolean, work: (trx: WriteTx) => Promise<T>): Promise<T> =>
	keep ? store.write(work) : rehearse(store, work);

const recordsOfPerson = async ({ store }: Own, trx: Parameters<typeof recordsOf>[0], { email }: Person) =>
	email === undefined ? null : recordsOf(trx, store.vault.emailIndex(email));

const exportAll = async (trx: WriteTx, own: Own, records: OwnRecords): Promise<ExportedTable[]> => {
	const exported: ExportedTable[] = [];
	for (const table of tables) exported.push(await exportTable(trx, own.store.vault, table, records));
	const { choice: _, ...given } = records;
	const personalIds = new Set(Object.values(given).flatMap((rows) => rows.map(({ personalId }) => personalId)));
	for (const personalId of personalIds)
		await recordReading(trx, personalId, { now: own.now, keyId: null, staff: null });
	return exported;
};

const newValue = (id: string, { table, column, value }: Correction): string => {
	const field = correctable[`${table}.${column}`];
	const names = Object.keys(correctable).join(', ');
	if (!field) throw new SystemError(`${id}: ${table}.${column} cannot be corrected here; these can: ${names}.`);
	const parsed = field.safeParse(value);
	if (parsed.success) return parsed.data;
	throw new SystemError(`${id}: ${table}.${column}: ${parsed.error.issues[0]?.message}`);
};

const correctIn = async (own: Own, id: string, person: Person, correction: Correction, keep: boolean) => {
	const value = newValue(id, correction);
	const table = tables.find((it) => it === correction.table && it !== 'choice') as Exclude<keyof OwnRecords, 'choice'>; // As newValue found.
	return attempt(own, keep, async (trx) => {
		const records = await recordsOfPerson(own, trx, person);
		const personalIds = new Set(records?.[table].map(({ personalId }) => personalId));
		let rows = 0;
		for (const personalId of personalIds) {
			const change = (data: object) => ({ ...data, [correction.column]: value });
			if (await changePersonal(trx, own.store.vault, personalId, change)) rows += 1;
		}
		return { table, rows: records && rows };
	});
};

/** The store itself as a system: a person is found by their address. */
export const ownConnector = (id: string, own: Own): Connector => ({
	id,
	tables,
	find: (person) =>
		own.store.read(async (tx) => {
			const records = await recordsOfPerson(own, tx, person);
			return tables.map((table) => ({ table, rows: records?.[table].length ?? null }));
		}),
	// What somebody sent here does not show who they are when they send it again.
	matches: async () => [],
	exportRows: (person) =>
		own.store.write(async (trx) => {
			const records = await recordsOfPerson(own, trx, person);
			return records ? exportAll(trx, own, records) : [];
		}),
	async erase(person, keep) {
		const { vault } = own.store;
		const forgotten = await attempt(own, keep, async (trx) => {
			const records = await recordsOfPerson(own, trx, person);
			return records && forgetRecords({ trx, vault, now: own.now }, records);
		});
		if (keep) await own.store.scrub();
		const erased = tables.filter((it) => it !== 'choice');
		return erased.map((table) => ({ table, rows: forgotten?.[table] ?? null }));
	},
	correct: (person, correction, keep) => correctIn(own, id, person, correction, keep),
	// A request is no exception to a deletion: the law itself asks for its record (11 CCR § 7101).
	keeps: (found) => anyHeld(found.filter(({ table }) => table === 'objection' || table === 'choice')),
});
