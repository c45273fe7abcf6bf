import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { rotateDataKey } from '../../api/store/data-key-rotation.ts';
import { openStore, type Store } from '../../api/store/open.ts';
import type { StoreConfig } from '../../api/store/open-engine.ts';
import { sealedPackage } from '../../api/store/packages.ts';
import { changePersonal, erase, personalIdsByEmail, personalRow, readPersonal } from '../../api/store/personal.ts';
import { instant } from '../../schema/time.ts';
import { addRequests } from '../support/letters.ts';
import { addPackage } from '../support/packages.ts';
import { dialects, newStoreConfig } from '../support/stores.ts';

const now = instant('2026-12-01T12:00:00Z');
const people = process.env.DEEP ? 10_000 : 600;
const id = (at: number) => `person-${String(at).padStart(5, '0')}`;
const dataOf = (at: number) => ({ email: `person-${at}@example.com`, details: 'All that you hold. '.repeat(20) });
const newKey = () => randomBytes(32).toString('base64url');
const beside = { beside: true };
const quiet = () => {};

const fill = async (store: Store, from = 0, to = people) => {
	for (let first = from; first < to; first += 100) {
		const some = Array.from({ length: Math.min(100, to - first) }, (_, at) => first + at);
		const rows = some.map((at) => personalRow(store.vault, { id: id(at), data: dataOf(at), now }));
		await store.write((trx) => trx.insertInto('personal').values(rows).execute());
	}
};

const rowsOf = (store: Store) => store.read((tx) => tx.selectFrom('personal').selectAll().orderBy('id').execute());

/** A store with people under one key, and the same with the next key beside it. */
const filled = async (dialect: (typeof dialects)[number]) => {
	const config = await newStoreConfig(dialect);
	const store = await openStore(config);
	await fill(store);
	await store.close();
	const both: StoreConfig = { ...config, dataKeyNext: newKey() };
	return { config, both, onlyNext: { ...config, dataKey: both.dataKeyNext } };
};

describe.each(dialects)('another data key on %s', (dialect) => {
	it('takes the place of the first one while a server reads and writes, and nothing fails', async () => {
		const { config, both, onlyNext } = await filled(dialect);
		const server = await openStore(both);
		// In one process node:sqlite would wait for itself.
		const command = dialect === 'node:sqlite' ? server : await openStore(both, quiet, beside);
		let going = true;
		let reads = 0;
		const reader = async () => {
			for (; going; reads += 1) {
				const at = reads % people;
				const read = await server.read((tx) => readPersonal(tx, server.vault, id(at)));
				expect(read).toMatchObject({ email: dataOf(at).email });
				await pause(1);
			}
		};
		const changed: number[] = [];
		const writer = async () => {
			for (let at = 0; going; at = (at + 7) % people) {
				await server.write((trx) =>
					changePersonal(trx, server.vault, id(at), (before) => ({ ...before, name: `Name ${at}` })),
				);
				await fill(server, people + changed.length, people + changed.length + 1);
				changed.push(at);
				await pause(1);
			}
		};
		const users = [reader(), writer()];
		const started = performance.now();
		await rotateDataKey(command);
		const seconds = (performance.now() - started) / 1000;
		going = false;
		await Promise.all(users);
		for (const store of new Set([command, server])) await store.close();
		expect(reads, 'reads meanwhile').toBeGreaterThan(0);
		expect(seconds).toBeLessThanOrEqual(10);

		await expect(openStore(config)).rejects.toThrow('DATA_KEY is not the one');
		const after = await openStore(onlyNext);
		const rows = await rowsOf(after);
		expect(rows.length).toBe(people + changed.length);
		expect(new Set(rows.map(({ keyId }) => keyId))).toEqual(new Set([after.vault.keyId]));
		for (const at of [0, 1, people - 1]) {
			expect(await after.read((tx) => readPersonal(tx, after.vault, id(at)))).toMatchObject(dataOf(at));
			const index = after.vault.emailIndex(dataOf(at).email);
			expect(await after.read((tx) => personalIdsByEmail(tx, index))).toEqual([id(at)]);
		}
		for (const at of changed.slice(0, 5)) {
			expect(await after.read((tx) => readPersonal(tx, after.vault, id(at)))).toMatchObject({ name: `Name ${at}` });
		}
		await after.close();
	});

	it('is gone on with after a stop half-way, and until it is done no store opens with one key alone', async () => {
		const { config, both, onlyNext } = await filled(dialect);
		const server = await openStore(both);
		// As a stop after the first transaction leaves it.
		await server.write(async (trx) => {
			const rows = await trx.selectFrom('personal').selectAll().orderBy('id').limit(10).execute();
			for (const { keyWrapped, keyId, ...row } of rows) {
				if (!keyWrapped || !keyId) throw new Error('there is no key');
				const { id, ...wrapped } = server.vault.rewrap('personal', { id: row.id, keyWrapped, keyId });
				await trx.updateTable('personal').set(wrapped).where('id', '=', id).execute();
			}
		});
		await server.write((trx) => erase(trx, id(20), now));
		await server.close();
		await expect(openStore(config)).rejects.toThrow('on its way to another data key');
		await expect(openStore(onlyNext)).rejects.toThrow('does not seal all of this store yet');
		await expect(openStore({ ...both, dataKeyNext: newKey() })).rejects.toThrow('on its way to another data key');

		const again = await openStore(both);
		await rotateDataKey(again);
		await rotateDataKey(again);
		expect(await again.read((tx) => readPersonal(tx, again.vault, id(20)))).toBeNull();
		await again.close();
		const after = await openStore(onlyNext);
		expect(await after.read((tx) => readPersonal(tx, after.vault, id(5)))).toEqual(dataOf(5));
		await after.close();
		await (await openStore(both)).close();
	});

	it('is left alone by a command until a server was started with it', async () => {
		const { config, both } = await filled(dialect);
		const command = await openStore(both, quiet, beside);
		await fill(command, people, people + 1);
		expect(command.vault.rotates).toBe(false);
		await command.close();
		const server = await openStore(config);
		expect(await server.read((tx) => readPersonal(tx, server.vault, id(people)))).toEqual(dataOf(people));
		await server.close();
	});

	it('seals the secrets of webhooks, the answers to forms and the files of packages too', async () => {
		const config = await newStoreConfig(dialect);
		const first = await openStore(config);
		const { vault } = first;
		const secretSealed = vault.sealSecret('hook', Buffer.from('a secret'));
		const answerSealed = vault.sealAnswer('hash', Buffer.from('an answer'));
		const [requestId = ''] = (await addRequests(first, ['KNOW_SPECIFIC'])).requestIds;
		const packageId = await addPackage(first, requestId, Buffer.from('a file'));
		await first.write(async (trx) => {
			const hook = { id: 'hook', url: 'https://hooks.example/', events: '[]', secretSealed, createdAt: now };
			await trx.insertInto('webhook').values(hook).execute();
			await trx.insertInto('sentForm').values({ keyHash: 'hash', inputHash: '', answerSealed, sentAt: now }).execute();
		});
		await first.close();
		const dataKeyNext = newKey();
		const both = await openStore({ ...config, dataKeyNext });
		await rotateDataKey(both);
		await both.close();
		const after = await openStore({ ...config, dataKey: dataKeyNext });
		const hook = await after.read((tx) => tx.selectFrom('webhook').selectAll().executeTakeFirstOrThrow());
		const form = await after.read((tx) => tx.selectFrom('sentForm').selectAll().executeTakeFirstOrThrow());
		const packed = await after.read((tx) => sealedPackage(tx, packageId));
		expect(packed && after.vault.openFile(packageId, packed).toString()).toBe('a file');
		expect(after.vault.openSecret('hook', hook.secretSealed).toString()).toBe('a secret');
		expect(after.vault.openAnswer('hash', form.answerSealed).toString()).toBe('an answer');
		await after.close();
	});
});

describe.each(['sqlite3', 'node:sqlite'] as const)('after the data key was changed on %s', (dialect) => {
	it('no file holds a personal key under the former one', async () => {
		const { both } = await filled(dialect);
		const store = await openStore(both);
		const rows = (await rowsOf(store)).slice(-50);
		const wrapped = rows.map(({ keyWrapped }) => keyWrapped?.subarray(0, 24) ?? Buffer.alloc(0));
		const holding = () => {
			const files = readdirSync(both.dataDir).map((name) => readFileSync(join(both.dataDir, name)));
			return wrapped.filter((trace) => files.some((file) => file.includes(trace))).length;
		};
		expect(holding()).toBe(rows.length);
		await rotateDataKey(store);
		expect(holding()).toBe(0);
		await store.close();
	});
});

it('keeps the indexes of a store that was made before their key stood in it', async () => {
	const { config, both, onlyNext } = await filled('sqlite3');
	const store = await openStore(config);
	await store.write((trx) => trx.deleteFrom('setting').where('name', '=', 'index_key').execute());
	await store.close();
	const older = await openStore(config);
	const index = older.vault.emailIndex('ada@example.com');
	await older.close();
	const server = await openStore(both);
	await rotateDataKey(server);
	await server.close();
	const after = await openStore(onlyNext);
	expect(after.vault.emailIndex('ada@example.com')).toBe(index);
	await after.close();
});
