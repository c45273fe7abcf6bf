import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StoreError } from './errors.ts';

const holder = (file: string) => {
	try {
		return ` (process ${readFileSync(`${file}.pid`, 'utf8').trim()})`;
	} catch {
		return '';
	}
};

const isBusy = (error: unknown) => error instanceof Error && /database is locked/.test(error.message);

/**
 * Keeps a second server away from a database file until `release`. The system drops the lock when the process ends,
 * however it ends, so nothing stale is ever left; a file with a process id in it could not say that after a restart.
 */
export const lockDatabaseFile = (file: string): { release(): void } => {
	const lockFile = `${file}.lock`;
	mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
	const lock = new DatabaseSync(lockFile, { timeout: 0 });
	try {
		lock.exec('pragma locking_mode = exclusive; begin exclusive');
	} catch (error) {
		lock.close();
		if (!isBusy(error)) throw error;
		throw new StoreError(
			`${file} is in use by another server${holder(lockFile)}. Stop that one first, or give this one its own DATA_DIR.`,
		);
	}
	writeFileSync(`${lockFile}.pid`, `${process.pid}\n`, { mode: 0o600 });
	return { release: () => lock.close() };
};
