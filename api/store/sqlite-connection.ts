import type { StoreValue } from './values.ts';

/** All that the store needs of a SQLite driver. */
export interface SqliteConnection {
	/** The rows of a statement that has some. */
	all(sql: string, values: readonly StoreValue[]): Promise<Record<string, unknown>[]>;
	/** How many rows a statement changed. */
	run(sql: string, values: readonly StoreValue[]): Promise<number>;
	/** Statements without values or rows. */
	exec(sql: string): Promise<void>;
	close(): Promise<void>;
}

export interface SqliteDriver {
	readonly name: 'sqlite3' | 'node:sqlite';
	/** Opens a file that is there, or makes it where `create` says so. */
	open(file: string, mode: 'create' | 'write' | 'read'): Promise<SqliteConnection>;
}
