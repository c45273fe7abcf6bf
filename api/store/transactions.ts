import { type Kysely, PostgresAdapter, sql, type Transaction } from 'kysely';
import type { Database } from './tables.ts';

/** What a query that only reads asks for; a write transaction will do as well. */
export type ReadTx = Kysely<Database>;

/** What a query that changes something asks for: it can only be had from `store.write`. */
export type WriteTx = Transaction<Database>;

/** Whether rows are locked one by one (PostgreSQL), or the one writer has them all (SQLite). */
export const locksRows = (tx: ReadTx): boolean => tx.getExecutor().adapter instanceof PostgresAdapter;

/**
 * Keeps everybody else who names one of the same things waiting until the transaction ends. On SQLite the one writer has
 * everything to itself already.
 */
export const lockNames = async (trx: WriteTx, names: readonly string[]): Promise<void> => {
	if (!locksRows(trx)) return;
	// Always in one order, so that no two transactions wait for each other.
	await sql`select pg_advisory_xact_lock(key) from (
		select hashtextextended(name, 0) as key from json_array_elements_text(${JSON.stringify(names)}::json) as name
		order by key) as keys`.execute(trx);
};

/** As `lockNames`, for one. */
export const lockName = (trx: WriteTx, name: string): Promise<void> => lockNames(trx, [name]);
