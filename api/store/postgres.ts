import { CamelCasePlugin, Kysely, PostgresDialect, PostgresQueryCompiler, sql } from 'kysely';
import pg from 'pg';
import type { Engine } from './engine.ts';
import { StoreError, StreamConflict } from './errors.ts';
import type { Database } from './tables.ts';
import type { WriteTx } from './transactions.ts';
import { storeValue } from './values.ts';

/** Refuses the values that the SQLite drivers refuse, so that nothing works on one database only. */
class StrictCompiler extends PostgresQueryCompiler {
	override compileQuery: PostgresQueryCompiler['compileQuery'] = (...args) => {
		const compiled = super.compileQuery(...args);
		return { ...compiled, parameters: compiled.parameters.map(storeValue) };
	};
}

class Dialect extends PostgresDialect {
	override createQueryCompiler() {
		return new StrictCompiler();
	}
}

const int8 = 20;

/** As text, as the driver gives them, counts and sequence numbers would sort and add as text. */
const safeInteger = (text: string) => {
	const value = Number(text);
	if (!Number.isSafeInteger(value)) throw new RangeError(`integer out of range: ${text}`);
	return value;
};

const typeParser: typeof pg.types.getTypeParser = (oid: number, format?: 'text' | 'binary') =>
	// The overloads of the original differ by format only, and a pool reads text.
	oid === int8 ? safeInteger : pg.types.getTypeParser(oid, format as 'text');

const openPool = (url: string, onError: (error: Error) => void) => {
	const pool = new pg.Pool({
		connectionString: url,
		max: 10,
		application_name: 'noticekeeper',
		connectionTimeoutMillis: 10_000,
		statement_timeout: 30_000,
		idle_in_transaction_session_timeout: 60_000,
		keepAlive: true,
		types: { getTypeParser: typeParser },
	});
	// Either one unheard ends the process: the pool's for an idle client, the client's own while it is in use.
	pool.on('error', onError);
	pool.on('connect', (client) => client.on('error', onError));
	return pool;
};

const durable: Record<string, readonly string[]> = {
	synchronous_commit: ['on', 'remote_apply'],
	fsync: ['on'],
	full_page_writes: ['on'],
};

const assertDurable = async (db: Kysely<Database>) => {
	for (const [name, allowed] of Object.entries(durable)) {
		const { rows } = await sql<{ value: string }>`select current_setting(${name}) as value`.execute(db);
		const value = rows[0]?.value ?? 'unknown';
		if (allowed.includes(value)) continue;
		throw new StoreError(
			`DATABASE_URL: PostgreSQL has ${name} = ${value}, which may lose what was acknowledged; set it to ${allowed[0]}.`,
		);
	}
};

/** The address without user and password. */
const shown = (url: string) => {
	const { host, pathname } = new URL(url);
	return `${host}${pathname}`;
};

const reach = async (db: Kysely<Database>, url: string) => {
	try {
		await sql`select 1`.execute(db);
	} catch (error) {
		const why = error instanceof Error ? ('code' in error && String(error.code)) || error.message : String(error);
		throw new StoreError(
			`DATABASE_URL: cannot use PostgreSQL at ${shown(url)} (${why}). Is it running, and are name and password right?`,
		);
	}
};

/** Serialisation failure and deadlock: the database gave up on one of two transactions that could have waited. */
const retryable = ['40001', '40P01'];

/** PostgreSQL over a pool. Writers run side by side; stream versions and unique keys keep them apart. */
export const openPostgres = async (url: string, onError: (error: Error) => void): Promise<Engine> => {
	const pool = openPool(url, onError);
	const db = new Kysely<Database>({ dialect: new Dialect({ pool }), plugins: [new CamelCasePlugin()] });
	try {
		await reach(db, url);
		await assertDurable(db);
	} catch (error) {
		await db.destroy();
		throw error;
	}
	return {
		kind: 'postgres',
		columnTypes: {
			// The "C" collation orders and compares as SQLite does.
			text: 'text collate "C"',
			integer: 'bigint',
			bytes: 'bytea',
			sequence: 'bigint generated always as identity primary key',
			strict: '',
		},
		writer: db,
		read: (work) => db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(work),
		write: (work, isStatement = false) =>
			// A statement is a transaction by itself.
			isStatement ? work(db as WriteTx) : db.transaction().setIsolationLevel('read committed').execute(work),
		lockMigrations: async (trx) => {
			await sql`select pg_advisory_xact_lock(hashtext('noticekeeper migrations'))`.execute(trx);
		},
		isRetryable: (error) =>
			error instanceof StreamConflict ||
			(error instanceof Error && 'code' in error && retryable.includes(String(error.code))),
		scrub: async () => {},
		close: () => db.destroy(),
	};
};
