import { existsSync } from 'node:fs';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import type { SqliteConnection, SqliteDriver } from './sqlite-connection.ts';
import { statementCache } from './statement-cache.ts';
import type { StoreValue } from './values.ts';

/** node:sqlite binds every number as a float; only a bigint becomes an integer where a column does not say so. */
const bind = (value: StoreValue): SQLInputValue =>
	typeof value === 'number' && Number.isInteger(value) ? BigInt(value) : value;

/** It answers with bare bytes, the other driver with a Buffer. */
const unbind = (row: Record<string, unknown>) => {
	for (const [name, value] of Object.entries(row)) {
		if (value instanceof Uint8Array) row[name] = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
	}
	return row;
};

const connection = (database: DatabaseSync): SqliteConnection => {
	const cache = statementCache(
		(sql) => database.prepare(sql),
		() => {}, // Collected with its last reference.
	);
	return {
		all: async (sql, values) =>
			cache
				.get(sql)
				.statement.all(...values.map(bind))
				.map(unbind),
		run: async (sql, values) => Number(cache.get(sql).statement.run(...values.map(bind)).changes),
		exec: async (sql) => database.exec(sql),
		async close() {
			cache.clear();
			database.close();
		},
	};
};

/** SQLite as Node brings it along. It works in the foreground, so one long query holds up everything else. */
export const nodeSqlite: SqliteDriver = {
	name: 'node:sqlite',
	open: async (file, mode) => {
		if (mode !== 'create' && !existsSync(file)) throw new Error(`unable to open database file ${file}`);
		return connection(new DatabaseSync(file, { readOnly: mode === 'read' }));
	},
};
