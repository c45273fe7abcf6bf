import type { Kysely } from 'kysely';
import type { ColumnTypes } from './migrations.ts';
import type { Database } from './tables.ts';
import type { ReadTx, WriteTx } from './transactions.ts';

/** What SQLite and PostgreSQL do each in their own way. */
export interface Engine {
	kind: 'sqlite3' | 'node:sqlite' | 'postgres';
	columnTypes: ColumnTypes;
	/** Outside of any transaction. */
	writer: Kysely<Database>;
	read<T>(work: (tx: ReadTx) => Promise<T>): Promise<T>;
	/** `isStatement`: the work is one statement, and needs no transaction around it. */
	write<T>(work: (trx: WriteTx) => Promise<T>, isStatement?: boolean): Promise<T>;
	/** Takes a lock that keeps two processes from migrating at once; held until the transaction ends. */
	lockMigrations(trx: WriteTx): Promise<void>;
	/** Whether a failed write may succeed when it is done again from the start. */
	isRetryable(error: unknown): boolean;
	scrub(): Promise<void>;
	close(): Promise<void>;
}
