import {
	CompiledQuery,
	type DatabaseConnection,
	type Dialect,
	type Driver,
	type QueryResult,
	SelectQueryNode,
	SqliteAdapter,
	SqliteIntrospector,
	SqliteQueryCompiler,
} from 'kysely';
import type { SqliteConnection } from './sqlite-connection.ts';
import { storeValue } from './values.ts';

class Adapter extends SqliteAdapter {
	/** The driver below hands out its connections itself. */
	override get supportsMultipleConnections() {
		return true;
	}
	override get supportsTransactionalDdl() {
		return true;
	}
}

const hasRows = ({ query, sql }: CompiledQuery) => {
	if (SelectQueryNode.is(query)) return true;
	if ('returning' in query && query.returning) return true;
	return query.kind === 'RawNode' && /^\s*(select|with|pragma|explain|values)\b/i.test(sql);
};

class Connection implements DatabaseConnection {
	readonly #sqlite: SqliteConnection;
	constructor(sqlite: SqliteConnection) {
		this.#sqlite = sqlite;
	}

	async executeQuery<R>(compiled: CompiledQuery): Promise<QueryResult<R>> {
		const values = compiled.parameters.map(storeValue);
		if (hasRows(compiled)) {
			// The row type is the caller's, as with every Kysely driver.
			const rows = (await this.#sqlite.all(compiled.sql, values)) as R[];
			return { rows, numAffectedRows: BigInt(rows.length) };
		}
		return { rows: [], numAffectedRows: BigInt(await this.#sqlite.run(compiled.sql, values)) };
	}

	// biome-ignore lint/correctness/useYield: the interface asks for it, and no query here is long enough to stream.
	async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
		throw new Error('the SQLite driver does not stream');
	}
}

/** Hands out each connection to one user at a time, first come, first served; with one connection it is an exclusive queue. */
class ConnectionQueue implements Driver {
	readonly #open: () => Promise<SqliteConnection[]>;
	readonly #begin: string;
	#connections: SqliteConnection[] = [];
	readonly #free: Connection[] = [];
	readonly #waiting: ((connection: Connection) => void)[] = [];

	constructor(open: () => Promise<SqliteConnection[]>, begin: string) {
		this.#open = open;
		this.#begin = begin;
	}

	async init() {
		this.#connections = await this.#open();
		this.#free.push(...this.#connections.map((it) => new Connection(it)));
	}

	async acquireConnection(): Promise<DatabaseConnection> {
		return this.#free.shift() ?? new Promise((take) => this.#waiting.push(take));
	}

	async releaseConnection(connection: Connection) {
		const next = this.#waiting.shift();
		if (next) next(connection);
		else this.#free.push(connection);
	}

	async beginTransaction(connection: DatabaseConnection) {
		await connection.executeQuery(CompiledQuery.raw(this.#begin));
	}

	async commitTransaction(connection: DatabaseConnection) {
		await connection.executeQuery(CompiledQuery.raw('commit'));
	}

	async rollbackTransaction(connection: DatabaseConnection) {
		try {
			await connection.executeQuery(CompiledQuery.raw('rollback'));
		} catch (error) {
			// A full disk makes SQLite roll back by itself; the error that led here is the one to report.
			if (!(error instanceof Error && error.message.includes('no transaction is active'))) throw error;
		}
	}

	/** Closing a connection with a query in flight has crashed processes, so each is waited for. */
	async destroy() {
		for (let left = this.#connections.length; left > 0; left -= 1) await this.acquireConnection();
		for (const connection of this.#connections) await connection.close();
		this.#connections = [];
	}
}

/** Kysely over SQLite connections; `begin` is how a transaction starts on them. */
export const sqliteDialect = (
	open: () => Promise<SqliteConnection[]>,
	begin: 'begin immediate' | 'begin deferred',
): Dialect => ({
	createDriver: () => new ConnectionQueue(open, begin),
	createQueryCompiler: () => new SqliteQueryCompiler(),
	createAdapter: () => new Adapter(),
	createIntrospector: (db) => new SqliteIntrospector(db),
});
