import { randomBytes } from 'node:crypto';
import { copyFileSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it, onTestFinished } from 'vitest';
import { deleteAddressees, insertAddressee } from '../../api/store/addressees.ts';
import { backUp, examine, restore } from '../../api/store/backup.ts';
import { rotateDataKey } from '../../api/store/data-key-rotation.ts';
import { openStore, type Store } from '../../api/store/open.ts';
import { erase, insertPersonal, narrowPersonal, readPersonal } from '../../api/store/personal.ts';
import { deleteUploadsOf, insertUpload, uploadById } from '../../api/store/uploads.ts';
import { addSeconds } from '../../schema/time.ts';
import { addRequests } from '../support/letters.ts';
import { demoInstant as now } from '../support/places.ts';

const folder = () => {
	const made = mkdtempSync(join(tmpdir(), 'noticekeeper-backup-'));
	onTestFinished(() => rmSync(made, { recursive: true, force: true }));
	return made;
};

const newStore = async () => {
	const dataDir = folder();
	const dataKey = randomBytes(32).toString('base64url');
	const config = { dataDir, databaseUrl: undefined, sqliteDriver: 'node', dataKey } as const;
	return { config, file: join(dataDir, 'noticekeeper.db'), store: await openStore(config) };
};

const add = (store: Store, id: string) =>
	store.write((trx) =>
		insertPersonal(trx, store.vault, {
			id,
			data: { email: `${id}@example.com`, name: id, said: { [id]: { 'request-refused': 'No' } } },
			now,
		}),
	);

const addressee = (store: Store, id: string) => ({
	id,
	notice: 'california',
	version: '2027-03-01',
	personalId: id,
	emailIndex: store.vault.emailIndex(`${id}@example.com`),
	locale: 'en',
	toldAt: null,
});

const columnsOf = (file: string): { table: string; column: string; type: string }[] => {
	const database = new DatabaseSync(file, { readOnly: true });
	const rows = database
		.prepare(`select t.name as "table", c.name as "column", c.type as type
			from sqlite_master t join pragma_table_info(t.name) c where t.type = 'table'`)
		.all();
	database.close();
	return rows.map(({ table, column, type }) => ({ table: String(table), column: String(column), type: String(type) }));
};

const read = (store: Store, id: string) => store.read((tx) => readPersonal(tx, store.vault, id));

/** The sealed bytes, key and index of a person. */
const tracesOf = (store: Store, id: string) =>
	store.read(async (tx) => {
		const row = await tx.selectFrom('personal').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
		return [row.sealed, row.keyWrapped, row.emailIndex && Buffer.from(row.emailIndex)].filter(
			(it) => it !== null && it !== '',
		);
	});

it('brings back nobody who was erased after it was made and before the latest, and everybody else', async () => {
	const { config, file, store } = await newStore();
	const shelf = folder();
	for (const id of ['ana', 'bo', 'cy']) await add(store, id);
	const [ana, bo] = [await tracesOf(store, 'ana'), await tracesOf(store, 'bo')];
	expect([ana.length, bo.length]).toEqual([3, 3]);
	await store.write(async (trx) => {
		for (const personalId of ['ana', 'cy']) await insertAddressee(trx, addressee(store, personalId));
	});
	const first = backUp(file, shelf, now);
	await store.write(async (trx) => {
		await deleteAddressees(trx, ['ana']);
		await erase(trx, 'ana', now);
		await narrowPersonal(trx, store.vault, 'bo', ({ said }) => (said ? { said } : {}));
	});
	await add(store, 'later');
	const second = backUp(file, shelf, addSeconds(now, 60));
	await store.close();

	const bytes = [first.file, second.file, first.people].map((it) => readFileSync(it));
	for (const trace of [...ana, ...bo]) expect(bytes.some((it) => it.includes(trace))).toBe(false);

	const restored = restore(first.file, file, addSeconds(now, 120));
	expect(restored).toMatchObject({ erasedSince: 1, report: { faults: [] } });
	const again = await openStore(config);
	expect(await read(again, 'ana')).toBeNull();
	expect(await read(again, 'bo')).toEqual({ said: { bo: { 'request-refused': 'No' } } });
	expect(await read(again, 'cy')).toMatchObject({ email: 'cy@example.com' });
	expect(await again.read((tx) => tx.selectFrom('personal').select('id').where('id', '=', 'later').execute())).toEqual(
		[],
	);
	expect(await again.read((tx) => tx.selectFrom('addressee').select('id').execute())).toEqual([{ id: 'cy' }]);
	await again.close();
});

it('brings back the files that came with messages as they are now, and none that is gone', async () => {
	const { config, file, store } = await newStore();
	const shelf = folder();
	const { requestIds } = await addRequests(store, ['DELETE', 'CORRECT']);
	const [gone = '', kept = ''] = requestIds;
	await store.write(async (trx) => {
		for (const requestId of [gone, kept])
			await insertUpload(trx, { id: requestId, requestId, sealed: randomBytes(64) });
	});
	const sealed = await store.read((tx) => uploadById(tx, gone));
	const first = backUp(file, shelf, now);
	await store.write((trx) => deleteUploadsOf(trx, [gone]));
	const { people } = backUp(file, shelf, addSeconds(now, 60));
	await store.close();
	for (const made of [first.file, people]) expect(readFileSync(made).includes(sealed ?? '')).toBe(false);
	restore(first.file, file, addSeconds(now, 120));
	const again = await openStore(config);
	expect(await again.read((tx) => tx.selectFrom('upload').select('id').execute())).toEqual([{ id: kept }]);
	await again.close();
});

it('leaves nothing that is sealed in the dated file, whatever table holds it', async () => {
	const { file, store } = await newStore();
	const { file: dated, people } = backUp(file, folder(), now);
	await store.close();
	const sealing = columnsOf(dated).filter(({ type }) => type === 'BLOB');
	const apart = new Set(columnsOf(people).map(({ table, column }) => `${table}.${column}`));
	// Rows of the answers to forms are in neither file.
	const left = sealing.filter(({ table, column }) => table !== 'sent_form' && !apart.has(`${table}.${column}`));
	expect(left).toEqual([]);
	expect(sealing.length).toBeGreaterThan(5);
});

it('is opened with the data key of today, though another one sealed when it was made', async () => {
	const { config, file, store } = await newStore();
	const shelf = folder();
	await add(store, 'ana');
	const first = backUp(file, shelf, now);
	await store.close();
	const next = randomBytes(32).toString('base64url');
	const rotating = await openStore({ ...config, dataKeyNext: next });
	await rotateDataKey(rotating);
	backUp(file, shelf, addSeconds(now, 60));
	await rotating.close();
	restore(first.file, file, addSeconds(now, 120));
	const after = await openStore({ ...config, dataKey: next });
	expect(await read(after, 'ana')).toMatchObject({ name: 'ana' });
	await after.close();
});

it('is refused without its people, with those of another store, and as a store of its own', async () => {
	const { config, file, store } = await newStore();
	const shelf = folder();
	await add(store, 'ana');
	const { file: dated, people } = backUp(file, shelf, now);
	expect(() => backUp(file, shelf, now)).toThrow('is there already; a backup overwrites nothing');
	await store.close();
	const other = await newStore();
	await other.store.close();
	expect(() => backUp(other.file, shelf, addSeconds(now, 60))).toThrow('people.db belongs to another store');
	renameSync(people, `${people}.away`);
	expect(() => restore(dated, file, now)).toThrow('people.db is missing');
	renameSync(`${people}.away`, people);
	expect(examine(people).faults).toEqual([]);
	copyFileSync(dated, file);
	rmSync(`${file}-wal`, { force: true });
	await expect(openStore(config)).rejects.toThrow('This file is a backup, without what people sent');
	restore(dated, file, now);
	const again = await openStore(config);
	expect(await read(again, 'ana')).toMatchObject({ name: 'ana' });
	await again.close();
});

it('of the kind that held people itself can still be restored', async () => {
	const { config, file, store } = await newStore();
	await add(store, 'ana');
	await store.close();
	const whole = join(folder(), '2026-11-01.db');
	const database = new DatabaseSync(file, { readOnly: true });
	database.prepare('vacuum into ?').run(whole);
	database.close();
	expect(restore(whole, file, now)).toMatchObject({ erasedSince: 0 });
	const again = await openStore(config);
	expect(await read(again, 'ana')).toMatchObject({ name: 'ana' });
	await again.close();
});
