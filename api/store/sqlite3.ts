import type sqlite3 from 'sqlite3';
import type { SqliteConnection, SqliteDriver } from './sqlite-connection.ts';
import { statementCache } from './statement-cache.ts';

type StatementClass = new (database: sqlite3.Database, sql: string, done: Callback) => sqlite3.Statement;

type Callback = (error: Error | null) => void;

const settled = (start: (done: Callback) => void) =>
	new Promise<void>((done, fail) => {
		start((error) => (error ? fail(error) : done()));
	});

/** Prepared in the background; the caller waits for it, since what is asked of one that failed is never answered. */
const preparing = (database: sqlite3.Database, Statement: StatementClass) => (sql: string) =>
	new Promise<sqlite3.Statement>((done, fail) => {
		const statement = new Statement(database, sql, (error) => (error ? fail(error) : done(statement)));
	});

const finalize = (statement: Promise<sqlite3.Statement>) =>
	statement.then(
		(it) => new Promise<void>((done) => it.finalize(() => done())),
		() => {}, // One that was never prepared holds nothing.
	);

const connection = (database: sqlite3.Database, Statement: StatementClass): SqliteConnection => {
	const cache = statementCache(preparing(database, Statement), finalize);
	const using = async <T>(sql: string, work: (statement: sqlite3.Statement) => Promise<T>): Promise<T> => {
		const { statement, kept } = cache.get(sql);
		const prepared = await statement.catch((error) => {
			cache.forget(sql);
			throw error;
		});
		try {
			return await work(prepared);
		} finally {
			if (!kept) await finalize(statement);
		}
	};
	return {
		all: (sql, values) =>
			using(
				sql,
				(statement) =>
					new Promise((done, fail) => {
						statement.all<Record<string, unknown>>(values, (error, rows) => (error ? fail(error) : done(rows)));
					}),
			),
		run: (sql, values) =>
			using(
				sql,
				(statement) =>
					new Promise((done, fail) => {
						statement.run(values, function (error) {
							if (error) fail(error);
							else done(this.changes);
						});
					}),
			),
		exec: (sql) => settled((done) => database.exec(sql, done)),
		async close() {
			await Promise.all(cache.clear());
			await settled((done) => database.close(done));
		},
	};
};

/** The `sqlite3` package; throws where its native binding cannot be loaded. */
export const loadSqlite3 = async (): Promise<SqliteDriver> => {
	const { default: library } = await import('sqlite3');
	const Statement = library.Statement as unknown as StatementClass; // Its types leave the constructor out.
	const modes = {
		create: library.OPEN_READWRITE | library.OPEN_CREATE,
		write: library.OPEN_READWRITE,
		read: library.OPEN_READONLY,
	};
	return {
		name: 'sqlite3',
		open: (file, mode) =>
			new Promise((done, fail) => {
				// Without a callback a failure is an `error` event, which ends the process.
				const database = new library.Database(file, modes[mode] | library.OPEN_FULLMUTEX, (error) =>
					error ? fail(error) : done(connection(database, Statement)),
				);
			}),
	};
};
