import type sqlite3 from 'sqlite3';
import type { SqliteConnection, SqliteDriver } from './sqlite-connection.ts';

type Callback = (error: Error | null) => void;

const settled = (start: (done: Callback) => void) =>
	new Promise<void>((done, fail) => {
		start((error) => (error ? fail(error) : done()));
	});

const connection = (database: sqlite3.Database): SqliteConnection => ({
	all: (sql, values) =>
		new Promise((done, fail) => {
			database.all<Record<string, unknown>>(sql, values, (error, rows) => (error ? fail(error) : done(rows)));
		}),
	run: (sql, values) =>
		new Promise((done, fail) => {
			database.run(sql, values, function (error) {
				if (error) fail(error);
				else done(this.changes);
			});
		}),
	exec: (sql) => settled((done) => database.exec(sql, done)),
	close: () => settled((done) => database.close(done)),
});

/** The `sqlite3` package; throws where its native binding cannot be loaded. */
export const loadSqlite3 = async (): Promise<SqliteDriver> => {
	const { default: library } = await import('sqlite3');
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
					error ? fail(error) : done(connection(database)),
				);
			}),
	};
};
