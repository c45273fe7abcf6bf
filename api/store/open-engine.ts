import { join, resolve } from 'node:path';
import type { Engine } from './engine.ts';
import { nodeSqlite } from './node-sqlite.ts';
import { openPostgres } from './postgres.ts';
import { openSqlite } from './sqlite.ts';
import type { SqliteDriver } from './sqlite-connection.ts';
import { loadSqlite3 } from './sqlite3.ts';

export interface StoreConfig {
	dataDir: string;
	/** `postgres://…` or `sqlite:<file>`; the file `noticekeeper.db` in the data folder where absent. */
	databaseUrl: string | undefined;
	sqliteDriver: 'sqlite3' | 'node';
	/** 32 bytes in base64url; kept in the data folder where absent. */
	dataKey: string | undefined;
	/** The key that takes its place, while that is going on. */
	dataKeyNext?: string | undefined;
}

const driverFor = async (
	wanted: StoreConfig['sqliteDriver'],
	onLine: (line: string) => void,
): Promise<SqliteDriver> => {
	if (wanted === 'node') return nodeSqlite;
	try {
		return await loadSqlite3();
	} catch (error) {
		const why = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
		onLine(`The package sqlite3 could not be loaded (${why}); node:sqlite stands in and uses the same file.`);
		return nodeSqlite;
	}
};

/** The database file of a store on SQLite; null where it is on PostgreSQL. */
export const databaseFileOf = ({ databaseUrl: url, dataDir }: Pick<StoreConfig, 'databaseUrl' | 'dataDir'>) => {
	if (url?.startsWith('postgres')) return null;
	return url?.startsWith('sqlite:') ? resolve(url.slice('sqlite:'.length)) : join(dataDir, 'noticekeeper.db');
};

/** The engine that the configuration names; `beside` is for a command that runs while a server has the store. */
export const openEngine = async (
	config: StoreConfig,
	onLine: (line: string) => void,
	beside: boolean,
): Promise<Engine> => {
	const file = databaseFileOf(config);
	if (file === null)
		return openPostgres(config.databaseUrl ?? '', () =>
			onLine('PostgreSQL closed a connection; another one is opened when needed.'),
		);
	return openSqlite(file, await driverFor(config.sqliteDriver, onLine), beside);
};
