import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { nodeSqlite } from '../../api/store/node-sqlite.ts';
import { openSqlite } from '../../api/store/sqlite.ts';
import type { SqliteDriver } from '../../api/store/sqlite-connection.ts';
import { dialects, newStore } from '../support/stores.ts';

const set = (name: string) => ({ name, value: '1' });

it.each(dialects)('undoes alone what throws among writes that wait together, on %s', async (dialect) => {
	const store = await newStore(dialect);
	const outcomes = await Promise.allSettled(
		Array.from({ length: 200 }, (_, n) =>
			store.write(async (trx) => {
				await trx
					.insertInto('setting')
					.values(set(`group ${String(n).padStart(3, '0')}`))
					.execute();
				if (n % 10 === 3) throw new Error(`no ${n}`);
				return n;
			}),
		),
	);
	const names = await store.read((tx) =>
		tx.selectFrom('setting').select('name').where('name', 'like', 'group %').orderBy('name').execute(),
	);
	const kept = Array.from({ length: 200 }, (_, n) => n).filter((n) => n % 10 !== 3);
	expect(names.map(({ name }) => Number(name.slice(6)))).toEqual(kept);
	expect(outcomes.map((it) => (it.status === 'fulfilled' ? it.value : it.reason.message))).toEqual(
		Array.from({ length: 200 }, (_, n) => (n % 10 === 3 ? `no ${n}` : n)),
	);
	await store.close();
});

/** The driver of Node, with the number of commits, and one that fails when it is told to. */
const counting = () => {
	const state = { commits: 0, failNext: false };
	const driver: SqliteDriver = {
		...nodeSqlite,
		async open(file, mode) {
			const connection = await nodeSqlite.open(file, mode);
			return {
				...connection,
				all: (text, values) => connection.all(text, values),
				exec: (text) => connection.exec(text),
				close: () => connection.close(),
				async run(text, values) {
					if (text === 'commit') {
						state.commits += 1;
						if (state.failNext) {
							state.failNext = false;
							throw new Error('disk I/O error');
						}
					}
					return connection.run(text, values);
				},
			};
		},
	};
	return { driver, state };
};

it('waits for the disk once for all that wait together, and answers none of them where that fails', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'noticekeeper-groups-'));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	const { driver, state } = counting();
	const engine = await openSqlite(join(folder, 'groups.db'), driver, false);
	await engine.writer.schema.createTable('setting').addColumn('name', 'text').addColumn('value', 'text').execute();
	const writeMany = () =>
		Promise.allSettled(
			Array.from({ length: 100 }, (_, n) =>
				engine.write((trx) =>
					trx
						.insertInto('setting')
						.values(set(String(n)))
						.execute(),
				),
			),
		);
	const before = state.commits;
	expect((await writeMany()).every(({ status }) => status === 'fulfilled')).toBe(true);
	expect(state.commits - before).toBeLessThan(5);

	state.failNext = true;
	const refused = await writeMany();
	const lost = refused.filter(({ status }) => status === 'rejected').length;
	expect(lost).toBeGreaterThan(0);
	const rows = await engine.read((tx) => tx.selectFrom('setting').select('name').execute());
	expect(rows).toHaveLength(200 - lost);
	await engine.close();
});

it.each(dialects)('undoes a statement that fails, alone and among others, on %s', async (dialect) => {
	const store = await newStore(dialect);
	const insert = (name: string) =>
		store.writeStatement((trx) => trx.insertInto('setting').values(set(name)).executeTakeFirstOrThrow());
	await insert('statement');
	await expect(insert('statement')).rejects.toThrow();
	const outcomes = await Promise.allSettled(['statement a', 'statement', 'statement b', 'statement c'].map(insert));
	expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
	const rows = await store.read((tx) =>
		tx.selectFrom('setting').select('name').where('name', 'like', 'statement%').orderBy('name').execute(),
	);
	expect(rows.map(({ name }) => name)).toEqual(['statement', 'statement a', 'statement b', 'statement c']);
	await store.close();
});
