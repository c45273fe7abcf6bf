import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { Engine } from '../../api/store/engine.ts';
import { type Migration, migrate, migrations } from '../../api/store/migrations.ts';
import { nodeSqlite } from '../../api/store/node-sqlite.ts';
import { openStore } from '../../api/store/open.ts';
import type { StoreConfig } from '../../api/store/open-engine.ts';
import { openPostgres } from '../../api/store/postgres.ts';
import { openSqlite } from '../../api/store/sqlite.ts';
import { loadSqlite3 } from '../../api/store/sqlite3.ts';
import { type DialectName, dialects, newStoreConfig } from '../support/stores.ts';

const engineOf = async (dialect: DialectName, { databaseUrl, dataDir }: StoreConfig): Promise<Engine> => {
	if (databaseUrl) return openPostgres(databaseUrl, () => {});
	return openSqlite(`${dataDir}/noticekeeper.db`, dialect === 'sqlite3' ? await loadSqlite3() : nodeSqlite, false);
};

const second: Migration = { name: '9999-second', statements: ({ text }) => [`create table second (id ${text})`] };
const broken: Migration = {
	name: '9999-broken',
	statements: ({ text }) => [`create table halfway (id ${text})`, 'create table halfway (id wrong)'],
};

describe.each(dialects)('migrations on %s', (dialect) => {
	it('are taken once, in order, and a later start takes only what is new', async () => {
		const engine = await engineOf(dialect, await newStoreConfig(dialect));
		const names = migrations.map(({ name }) => name);
		expect(await migrate(engine)).toEqual(names);
		expect(await migrate(engine)).toEqual([]);
		expect(await migrate(engine, [...migrations, second])).toEqual(['9999-second']);
		await engine.close();
	});

	it('refuse a store that a newer version has been through', async () => {
		const config = await newStoreConfig(dialect);
		const engine = await engineOf(dialect, config);
		await migrate(engine, [...migrations, second]);
		await engine.close();
		await expect(openStore(config)).rejects.toThrow('9999-second, which this version does not know: it is newer');
	});

	it('refuse a store whose step was another one', async () => {
		const config = await newStoreConfig(dialect);
		await (await openStore(config)).close();
		const engine = await engineOf(dialect, config);
		await engine.write((trx) => sql`update schema_migration set checksum = 'other'`.execute(trx));
		await engine.close();
		await expect(openStore(config)).rejects.toThrow('is not the one that this store has been through');
	});

	it('leave nothing of a step that fails', async () => {
		const engine = await engineOf(dialect, await newStoreConfig(dialect));
		await migrate(engine);
		await expect(migrate(engine, [...migrations, broken])).rejects.toThrow();
		await expect(engine.read((tx) => sql`select * from halfway`.execute(tx))).rejects.toThrow();
		expect(await migrate(engine)).toEqual([]);
		await engine.close();
	});

	it('are taken once by two who start together', async () => {
		const config = await newStoreConfig(dialect);
		const engine = await engineOf(dialect, config);
		const other = config.databaseUrl ? await engineOf(dialect, config) : engine;
		const taken = await Promise.all([migrate(engine), migrate(other)]);
		expect(taken.flat().sort()).toEqual(migrations.map(({ name }) => name));
		await engine.close();
		if (other !== engine) await other.close();
	});
});
