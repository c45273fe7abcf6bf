import { chmodSync, copyFileSync, existsSync, linkSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Instant } from '../../schema/time.ts';
import { syncFolder } from '../sync-folder.ts';
import { lockDatabaseFile } from './data-folder-lock.ts';
import { StoreError } from './errors.ts';
import { checkHeader, syncFile } from './sqlite-file.ts';

/** What a look through every page of a database file found. */
export interface FileReport {
	bytes: number;
	events: number;
	/** Empty where nothing is wrong. */
	faults: string[];
}

const inFile = <T>(file: string, work: (database: DatabaseSync) => T): T => {
	const database = new DatabaseSync(file, { readOnly: true });
	try {
		return work(database);
	} catch (error) {
		throw new StoreError(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}.`);
	} finally {
		database.close();
	}
};

const textsOf = (rows: Record<string, unknown>[]) => rows.map((row) => Object.values(row).join(' '));

/** Reads all of a database file and changes nothing; throws StoreError where it is none of ours. */
export const examine = (file: string): FileReport => {
	if (!existsSync(file)) throw new StoreError(`There is no file ${file}.`);
	checkHeader(file);
	return inFile(file, (database) => {
		const integrity = textsOf(database.prepare('pragma integrity_check').all()).filter((it) => it !== 'ok');
		const orphans = textsOf(database.prepare('pragma foreign_key_check').all());
		const [row] = database.prepare('select count(*) as events from event').all();
		return {
			bytes: statSync(file).size,
			events: Number(row?.events),
			faults: [...integrity, ...orphans.map((it) => `a row that leads nowhere: ${it}`)],
		};
	});
};

const sound = (file: string): FileReport => {
	const report = examine(file);
	if (report.faults.length > 0) throw new StoreError(`${file} is damaged: ${report.faults[0]}.`);
	return report;
};

/** Made aside and moved into place when it is whole and on disk, so that a file of that name is always a good one. */
const place = (target: string, make: (aside: string) => void): FileReport => {
	const aside = `${target}.new`;
	rmSync(aside, { force: true });
	make(aside);
	chmodSync(aside, 0o600);
	const report = sound(aside);
	syncFile(aside);
	renameSync(aside, target);
	syncFolder(dirname(target));
	return report;
};

/** Copies a database file, which a server may be writing to, as it is at this moment, and reads the copy through. */
export const backUp = (file: string, target: string): FileReport => {
	if (existsSync(target)) throw new StoreError(`${target} is there already; a backup overwrites nothing.`);
	if (!existsSync(file)) throw new StoreError(`There is no store at ${file} yet.`);
	checkHeader(file);
	return place(target, (aside) => inFile(file, (database) => database.prepare('vacuum into ?').run(aside)));
};

/** Names the file and its log a second time, and only then takes the first name of the log, which belongs to no other file. */
const setAside = (file: string, now: Instant): string | null => {
	if (!existsSync(file)) return null;
	const kept = `${file}.before-${now.replaceAll(':', '')}`;
	for (const part of ['', '-wal']) if (existsSync(file + part)) linkSync(file + part, kept + part);
	syncFolder(dirname(file));
	for (const part of ['-wal', '-shm']) rmSync(file + part, { force: true });
	return kept;
};

/**
 * Puts a backup in the place of a store that no server has open. What stood there is kept beside it; its name is the
 * answer, or null where nothing stood there.
 */
export const restore = (backup: string, file: string, now: Instant): { kept: string | null; report: FileReport } => {
	sound(backup);
	const lock = lockDatabaseFile(file);
	try {
		let kept: string | null = null;
		const report = place(file, (aside) => {
			copyFileSync(backup, aside);
			kept = setAside(file, now);
		});
		return { kept, report };
	} finally {
		lock.release();
	}
};
