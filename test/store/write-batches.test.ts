import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { nodeSqlite } from '../../api/store/node-sqlite.ts';
import { openSqlite } from '../../api/store/sqlite.ts';
import type { WriteTx } from '../../api/store/transactions.ts';
import { batchedWrites } from '../../api/store/write-batches.ts';
import { dialects, newStore } from '../support/stores.ts';

it.each(dialects)('does with few calls what waits together, each with its own answer, on %s', async (dialect) => {
	const store = await newStore(dialect);
	const calls: number[] = [];
	const keepAll = async (trx: WriteTx, names: readonly string[]) => {
		calls.push(names.length);
		await trx
			.insertInto('setting')
			.values(names.map((name) => ({ name, value: '1' })))
			.execute();
		return names.map((name) => name.toUpperCase());
	};
	const names = Array.from({ length: 200 }, (_, n) => `batch ${n}`);
	const answers = await Promise.all(names.map((name) => store.writeTogether(keepAll, name)));
	expect(answers).toEqual(names.map((name) => name.toUpperCase()));
	expect(calls.length).toBeLessThan(10);
	expect(calls.reduce((sum, length) => sum + length, 0)).toBe(200);
	const rows = await store.read((tx) =>
		tx.selectFrom('setting').select('name').where('name', 'like', 'batch %').execute(),
	);
	expect(rows).toHaveLength(200);
	await store.close();
});

it.each(dialects)('undoes alone the one that cannot be done together with others, on %s', async (dialect) => {
	const store = await newStore(dialect);
	const keepAll = async (trx: WriteTx, names: readonly string[]) => {
		const rows = names.map((name) => ({ name, value: '1' }));
		await trx.insertInto('setting').values(rows).execute();
		if (names.includes('one 3')) throw new Error('not this one');
		return names.map(() => true);
	};
	const names = Array.from({ length: 20 }, (_, n) => `one ${n}`);
	const outcomes = await Promise.allSettled(names.map((name) => store.writeTogether(keepAll, name)));
	expect(outcomes.map(({ status }) => status === 'fulfilled')).toEqual(names.map((name) => name !== 'one 3'));
	const rows = await store.read((tx) =>
		tx.selectFrom('setting').select('name').where('name', 'like', 'one %').execute(),
	);
	expect(rows.map(({ name }) => name).toSorted()).toEqual(names.filter((name) => name !== 'one 3').toSorted());
	await store.close();
});

it('does nothing again where the commit failed, since nobody can tell what it did', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'noticekeeper-batches-'));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	let failing = false;
	const engine = await openSqlite(
		join(folder, 'batches.db'),
		{
			...nodeSqlite,
			async open(file, mode) {
				const connection = await nodeSqlite.open(file, mode);
				const run: typeof connection.run = async (text, values) => {
					if (failing && text === 'commit') throw new Error('disk I/O error');
					return connection.run(text, values);
				};
				return { ...connection, run };
			},
		},
		false,
	);
	const calls: number[] = [];
	const countAll = async (_trx: WriteTx, items: readonly number[]) => {
		calls.push(items.length);
		return items.map(() => true);
	};
	const writeTogether = batchedWrites(engine.write);
	failing = true;
	const outcomes = await Promise.allSettled([1, 2, 3].map((item) => writeTogether(countAll, item)));
	expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
	expect(calls).toEqual([3]);
	failing = false;
	expect(await writeTogether(countAll, 4)).toBe(true);
	await engine.close();
});
