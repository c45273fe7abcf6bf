import { existsSync } from 'node:fs';
import { CamelCasePlugin, Kysely, sql } from 'kysely';
import { lockDatabaseFile } from './data-folder-lock.ts';
import type { Engine } from './engine.ts';
import { StoreError } from './errors.ts';
import type { SqliteConnection, SqliteDriver } from './sqlite-connection.ts';
import { sqliteDialect } from './sqlite-dialect.ts';
import { prepareFile } from './sqlite-file.ts';
import { connect } from './sqlite-settings.ts';
import type { Database } from './tables.ts';
import { groupedWrites } from './write-groups.ts';

const readerCount = 3;

const kyselyOver = async (connections: SqliteConnection[], begin: 'begin immediate' | 'begin deferred') => {
	const dialect = sqliteDialect(async () => connections, begin);
	const db = new Kysely<Database>({ dialect, plugins: [new CamelCasePlugin()] });
	// Kysely takes the connections over with the first query, and only then closes them.
	await sql`select 1`.execute(db);
	return db;
};

/** A reader that is still at work keeps the log from being emptied, so it is tried again for a while. */
const emptyLog = async (writer: Kysely<Database>) => {
	for (let attempt = 0; attempt < 50; attempt += 1) {
		const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(writer);
		if (rows[0]?.busy === 0) return;
		await new Promise((done) => setTimeout(done, 100));
	}
	throw new Error('the write-ahead log could not be emptied: a reader held on to it');
};

/** One connection that writes and a few that read; `beside` is for a command that runs while a server has the file. */
export const openSqlite = async (file: string, driver: SqliteDriver, beside: boolean): Promise<Engine> => {
	if (beside && !existsSync(file))
		throw new StoreError(`There is no store at ${file} yet. Start the server once; it makes one.`);
	const lock = beside ? null : lockDatabaseFile(file);
	const opened: SqliteConnection[] = [];
	const open = async (mode: 'write' | 'read') => {
		const connection = await connect(file, driver, mode);
		opened.push(connection);
		return connection;
	};
	try {
		if (!beside) await prepareFile(file, driver);
		const writer = await kyselyOver([await open('write')], 'begin immediate');
		const reading = await Promise.all(Array.from({ length: readerCount }, () => open('read')));
		const readers = await kyselyOver(reading, 'begin deferred');
		return {
			kind: driver.name,
			columnTypes: {
				text: 'text',
				integer: 'integer',
				bytes: 'blob',
				sequence: 'integer primary key autoincrement',
				strict: ' strict',
			},
			writer,
			read: (work) => readers.transaction().execute(work),
			write: groupedWrites(writer),
			// BEGIN IMMEDIATE has locked the whole file already.
			lockMigrations: async () => {},
			isRetryable: () => false,
			scrub: () => emptyLog(writer),
			async close() {
				await readers.destroy();
				await writer.destroy();
				lock?.release();
			},
		};
	} catch (error) {
		for (const connection of opened) await connection.close();
		lock?.release();
		throw error;
	}
};
