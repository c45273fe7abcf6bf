import { StoreError } from './errors.ts';
import type { SqliteConnection, SqliteDriver } from './sqlite-connection.ts';

const pragmas = {
	journal_mode: 'wal',
	synchronous: 2,
	foreign_keys: 1,
	secure_delete: 1,
	busy_timeout: 5000,
	trusted_schema: 0,
} as const;

const versionNumber = (version: string) => {
	const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
	return major * 1_000_000 + minor * 1_000 + patch;
};

/** Older ones can corrupt a file in WAL mode (the WAL-reset bug, all of 3.7.0 to 3.51.2). */
const leastVersion = '3.51.3';

const assertVersion = async (connection: SqliteConnection, driver: SqliteDriver) => {
	const [row] = await connection.all('select sqlite_version() as version', []);
	const version = String(row?.version);
	if (versionNumber(version) >= versionNumber(leastVersion)) return;
	throw new StoreError(
		`${driver.name} brings SQLite ${version}; at least ${leastVersion} is needed. Update the package.`,
	);
};

/** What a setting says is read back, since SQLite answers a pragma that it does not know or cannot follow with silence. */
const applyPragmas = async (connection: SqliteConnection, file: string) => {
	for (const [name, wanted] of Object.entries(pragmas)) {
		await connection.all(`pragma ${name} = ${wanted}`, []);
		const [row] = await connection.all(`pragma ${name}`, []);
		const value = Object.values(row ?? {})[0];
		if (value !== wanted) throw new StoreError(`${file}: SQLite keeps ${name} at ${value}, and ${wanted} is needed.`);
	}
};

/** A connection with every setting that durability and erasure rest on, set and read back. */
export const connect = async (
	file: string,
	driver: SqliteDriver,
	mode: 'write' | 'read',
): Promise<SqliteConnection> => {
	const connection = await driver.open(file, mode);
	try {
		await assertVersion(connection, driver);
		await applyPragmas(connection, file);
		return connection;
	} catch (error) {
		await connection.close();
		throw error;
	}
};
