import { type Kysely, PostgresAdapter, type Transaction } from 'kysely';
import type { Database } from './tables.ts';

/** What a query that only reads asks for; a write transaction will do as well. */
export type ReadTx = Kysely<Database>;

/** What a query that changes something asks for: it can only be had from `store.write`. */
export type WriteTx = Transaction<Database>;

/** Whether rows are locked one by one (PostgreSQL), or the one writer has them all (SQLite). */
export const locksRows = (tx: ReadTx): boolean => tx.getExecutor().adapter instanceof PostgresAdapter;
