import { chmodSync, closeSync, existsSync, fsyncSync, openSync, readSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { syncFolder } from '../sync-folder.ts';
import { StoreError } from './errors.ts';
import type { SqliteConnection, SqliteDriver } from './sqlite-connection.ts';

/** 'NKPR', in the header of each of our files. */
export const applicationId = 0x4e4b5052;

const wayBack =
	'Nothing was changed. Put the last good copy of it in its place (npm run admin -- restore <file>), or name another DATA_DIR.';

const refuse = (file: string, what: string) => new StoreError(`${file} ${what}. ${wayBack}`);

/** Puts on disk what was written to a file. */
export const syncFile = (path: string): void => {
	const handle = openSync(path, 'r+');
	fsyncSync(handle);
	closeSync(handle);
};

/** Made aside and moved into place, so that a file of ours is never there without its header. */
const create = async (file: string, driver: SqliteDriver) => {
	if (existsSync(`${file}-wal`)) throw refuse(file, 'is missing, but its write-ahead log (-wal) is there');
	const aside = `${file}.new`;
	for (const rest of ['', '-wal', '-shm', '-journal']) rmSync(aside + rest, { force: true });
	const connection = await driver.open(aside, 'create');
	await connection.exec(`pragma application_id = ${applicationId}; pragma journal_mode = wal`);
	await connection.close();
	chmodSync(aside, 0o600);
	syncFile(aside);
	renameSync(aside, file);
	syncFolder(dirname(file));
};

const headerOf = (file: string) => {
	const header = Buffer.alloc(100);
	const handle = openSync(file, 'r');
	try {
		return readSync(handle, header, 0, 100, 0) === 100 ? header : null;
	} finally {
		closeSync(handle);
	}
};

/** Read without SQLite, which would begin to recover a file before it can be asked whose it is. */
export const checkHeader = (file: string): void => {
	// SQLite takes an empty file for an empty database; ours is never empty, so something was lost.
	if (statSync(file).size === 0) throw refuse(file, 'is empty');
	const header = headerOf(file);
	if (!header?.subarray(0, 16).equals(Buffer.from('SQLite format 3\0'))) throw refuse(file, 'is not a database');
	if (header.readUInt32BE(68) !== applicationId) throw refuse(file, 'belongs to another program');
};

const quickCheck = async (connection: SqliteConnection) => {
	const [row] = await connection.all('pragma quick_check(1)', []);
	return row?.quick_check ?? row?.integrity_check;
};

/** A connection that only reads never writes its log back into the file when it closes. */
const checkPages = async (file: string, driver: SqliteDriver) => {
	let result: unknown;
	try {
		const connection = await driver.open(file, 'read');
		try {
			result = await quickCheck(connection);
		} finally {
			await connection.close();
		}
	} catch (error) {
		throw refuse(file, `cannot be read (${error instanceof Error ? error.message : error})`);
	}
	if (result !== 'ok') throw refuse(file, 'is damaged');
};

/** Checks a database file, or makes it where there is none. */
export const prepareFile = async (file: string, driver: SqliteDriver): Promise<void> => {
	if (!existsSync(file)) await create(file, driver);
	checkHeader(file);
	await checkPages(file, driver);
};
