import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../api/store/open.ts';
import { insertTask, listTasks, taskById, tasksOfRequest, updateTask } from '../../api/store/system-tasks.ts';
import type { SystemTaskRow } from '../../api/store/tables.ts';
import type { PlainDate } from '../../schema/time.ts';
import { addRequests } from '../support/letters.ts';
import { dialects, newStore } from '../support/stores.ts';

describe.each(dialects)('tasks on %s', (dialect) => {
	let store: Store;
	let requestId: string;
	beforeAll(async () => {
		store = await newStore(dialect);
		requestId = (await addRequests(store, ['DELETE'])).requestIds[0] ?? '';
	});
	afterAll(() => store.close());

	const row = (system: string, dueOn: string): SystemTaskRow => ({
		id: randomUUID(),
		requestId,
		right: 'DELETE',
		system,
		kind: 'ERASE',
		status: 'OPEN',
		openedOn: '2026-12-01' as PlainDate,
		daysBefore: 7,
		dueOn: dueOn as PlainDate,
		doneOn: null,
		toldOn: null,
		manner: null,
		note: null,
		failure: null,
		streamVersion: 2,
	});

	it('are given back as they were, each system once for a request, by due date', async () => {
		const rows = [row('shop', '2027-01-03'), row('crm', '2027-01-02'), row('paper', '2027-01-02')];
		await store.write(async (trx) => {
			for (const it of rows) await insertTask(trx, it);
		});
		const [shop, crm] = rows;
		if (!shop || !crm) throw new Error('two rows');
		expect(await store.read((tx) => taskById(tx, shop.id))).toEqual(shop);
		expect((await store.read((tx) => tasksOfRequest(tx, requestId))).map(({ system }) => system)).toEqual([
			'crm',
			'paper',
			'shop',
		]);
		await expect(store.write((trx) => insertTask(trx, { ...shop, id: randomUUID() }))).rejects.toThrow();

		const seen: string[] = [];
		for (let after: SystemTaskRow | undefined; ; ) {
			const page: SystemTaskRow[] = await store.read((tx) => listTasks(tx, { limit: 1, after }));
			after = page[0];
			if (!after) break;
			seen.push(after.id);
		}
		const byDue = rows.toSorted((a, b) => (a.dueOn + a.id < b.dueOn + b.id ? -1 : 1));
		expect(seen).toEqual(byDue.map(({ id }) => id));
		expect(await store.read((tx) => listTasks(tx, { limit: 9, system: 'crm', status: 'OPEN' }))).toEqual([crm]);
		expect(await store.read((tx) => listTasks(tx, { limit: 9, status: 'DONE' }))).toEqual([]);

		await store.write((trx) => updateTask(trx, { ...shop, status: 'DONE', streamVersion: 3 }, 2));
		await expect(store.write((trx) => updateTask(trx, { ...shop, streamVersion: 3 }, 2))).rejects.toThrow('version 2');
	});
});
