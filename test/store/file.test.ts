import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../api/store/open.ts';
import type { StoreConfig } from '../../api/store/open-engine.ts';
import { newStoreConfig } from '../support/stores.ts';

const fileOf = ({ dataDir }: StoreConfig) => join(dataDir, 'noticekeeper.db');
const hashOf = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');

/** A store of a few hundred pages, closed. */
const closedStore = async (dialect: 'sqlite3' | 'node:sqlite') => {
	const config = await newStoreConfig(dialect);
	const store = await openStore(config);
	await store.write(async (trx) => {
		for (let index = 0; index < 300; index += 1) {
			await trx
				.insertInto('setting')
				.values({ name: `row ${index}`, value: randomBytes(1500).toString('hex') })
				.execute();
		}
	});
	await store.close();
	return config;
};

const overwrite = (file: string, offset: number, bytes: Buffer) => {
	const content = readFileSync(file);
	bytes.copy(content, offset);
	writeFileSync(file, content);
};

const damages: Record<string, { harm(file: string): void; says: string }> = {
	'an empty file': { harm: (file) => truncateSync(file, 0), says: 'is empty' },
	garbage: { harm: (file) => writeFileSync(file, randomBytes(20_000)), says: 'is not a database' },
	'a flipped header': { harm: (file) => overwrite(file, 0, Buffer.from('SQLight')), says: 'is not a database' },
	'a truncated file': { harm: (file) => truncateSync(file, Math.floor(statSync(file).size / 2)), says: 'damaged' },
	'a flipped page in the middle': {
		harm: (file) => overwrite(file, Math.floor(statSync(file).size / 8192) * 4096, randomBytes(4096)),
		says: 'damaged',
	},
	"another program's database": {
		harm: (file) => {
			rmSync(file);
			const other = new DatabaseSync(file);
			other.exec('create table theirs (id integer)');
			other.close();
		},
		says: 'belongs to another program',
	},
};

describe.each(['sqlite3', 'node:sqlite'] as const)('a database file opened with %s', (dialect) => {
	it.each(Object.entries(damages))('is refused and left alone where it is %s', async (_, { harm, says }) => {
		const config = await closedStore(dialect);
		harm(fileOf(config));
		const before = hashOf(fileOf(config));
		const refused = await openStore(config).then(
			() => null,
			(error: Error) => error,
		);
		expect(refused?.name).toBe('StoreError');
		// A page may be so broken that SQLite itself gives up on it.
		expect(refused?.message).toMatch(says === 'damaged' ? /is damaged|cannot be read/ : new RegExp(says));
		expect(refused?.message).toContain('Nothing was changed. Put the last good copy of it in its place');
		expect(hashOf(fileOf(config))).toBe(before);
	});

	it('is refused where only its log is left', async () => {
		const config = await closedStore(dialect);
		rmSync(fileOf(config));
		writeFileSync(`${fileOf(config)}-wal`, randomBytes(100));
		await expect(openStore(config)).rejects.toThrow('is missing, but its write-ahead log');
	});

	it('holds the settings that durability rests on, on every connection', async () => {
		const store = await openStore(await newStoreConfig(dialect));
		const read = async (name: string) => {
			const query = sql.raw<Record<string, unknown>>(`pragma ${name}`);
			const writer = await store.write((trx) => query.execute(trx));
			const reader = await store.read((tx) => query.execute(tx));
			return [writer, reader].map(({ rows }) => Object.values(rows[0] ?? {})[0]);
		};
		const names = ['journal_mode', 'synchronous', 'foreign_keys', 'secure_delete', 'busy_timeout', 'trusted_schema'];
		const settings = Object.fromEntries(await Promise.all(names.map(async (name) => [name, await read(name)])));
		await store.close();
		expect(settings).toEqual({
			journal_mode: ['wal', 'wal'],
			synchronous: [2, 2],
			foreign_keys: [1, 1],
			secure_delete: [1, 1],
			busy_timeout: [5000, 5000],
			trusted_schema: [0, 0],
		});
	});

	it('is for its owner only', async () => {
		const config = await closedStore(dialect);
		expect(statSync(fileOf(config)).mode & 0o777).toBe(0o600);
	});

	it('is refused under another DATA_KEY', async () => {
		const config = await closedStore(dialect);
		const other = { ...config, dataKey: randomBytes(32).toString('base64url') };
		await expect(openStore(other)).rejects.toThrow('DATA_KEY is not the one');
		await (await openStore(config)).close();
	});

	it('is refused to a second server, but not to a command beside the first', async () => {
		const config = await newStoreConfig(dialect);
		const store = await openStore(config);
		await expect(openStore(config)).rejects.toThrow(/in use by another server \(process \d+\)/);
		const beside = await openStore(config, () => {}, { beside: true });
		await beside.write((trx) => trx.insertInto('setting').values({ name: 'beside', value: '1' }).execute());
		await beside.close();
		expect(
			await store.read((tx) => tx.selectFrom('setting').selectAll().where('name', '=', 'beside').execute()),
		).toHaveLength(1);
		await store.close();
		await (await openStore(config)).close();
	});

	it('is free again once the server that held it was killed', async () => {
		const config = await newStoreConfig(dialect);
		const script = `
			import { openStore } from ${JSON.stringify(new URL('../../api/store/open.ts', import.meta.url).href)};
			const store = await openStore(${JSON.stringify(config)});
			await store.write((trx) => trx.insertInto('setting').values({ name: 'survivor', value: '1' }).execute());
			console.log('written');
			setInterval(() => {}, 1000);`;
		const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
			stdio: ['ignore', 'pipe', 'inherit'],
		});
		await once(child.stdout, 'data');
		child.kill('SIGKILL');
		await once(child, 'exit');
		const store = await openStore(config);
		expect(
			await store.read((tx) => tx.selectFrom('setting').selectAll().where('name', '=', 'survivor').execute()),
		).toHaveLength(1);
		await store.close();
	});
});

it('reads and writes the same file with either driver', async () => {
	const config = await closedStore('sqlite3');
	for (const sqliteDriver of ['node', 'sqlite3', 'node'] as const) {
		const store = await openStore({ ...config, sqliteDriver });
		await store.write((trx) =>
			trx
				.insertInto('rate')
				.values({ key: `${sqliteDriver} ${Math.random()}`, tat: 5 })
				.execute(),
		);
		const types = await store.read((tx) =>
			sql<{ type: string }>`select distinct typeof(tat) as type from rate`.execute(tx),
		);
		expect(types.rows).toEqual([{ type: 'integer' }]);
		await store.close();
	}
});

it('makes a key that only its owner may read where none is set, says so, and finds it again', async () => {
	const config = { ...(await newStoreConfig('sqlite3')), dataKey: undefined };
	const lines: string[] = [];
	await (await openStore(config, (line) => lines.push(line))).close();
	await (await openStore(config, (line) => lines.push(line))).close();
	expect(lines).toHaveLength(1);
	expect(lines[0]).toContain('DATA_KEY is not set');
	expect(statSync(join(config.dataDir, 'data.key')).mode & 0o777).toBe(0o600);
});

it('asks for the server first where a command finds no store', async () => {
	const config = await newStoreConfig('sqlite3');
	await expect(openStore(config, () => {}, { beside: true })).rejects.toThrow('There is no store at');
	expect(existsSync(fileOf(config))).toBe(false);
});

it('says in one line where PostgreSQL cannot be reached, without the password', async () => {
	const config = await newStoreConfig('sqlite3');
	const refused = openStore({ ...config, databaseUrl: 'postgres://me:secret@127.0.0.1:9/none' });
	await expect(refused).rejects.toThrow('DATABASE_URL: cannot use PostgreSQL at 127.0.0.1:9/none (ECONNREFUSED)');
	await expect(refused).rejects.not.toThrow('secret');
});
