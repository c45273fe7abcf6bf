import {
	chmodSync,
	copyFileSync,
	existsSync,
	linkSync,
	mkdirSync,
	readdirSync,
	renameSync,
	rmSync,
	statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Instant } from '../../schema/time.ts';
import { syncFolder } from '../sync-folder.ts';
import { bringTogether, checkSameStore, isApart, takeApart } from './backup-people.ts';
import { lockDatabaseFile } from './data-folder-lock.ts';
import { StoreError } from './errors.ts';
import { checkHeader, syncFile } from './sqlite-file.ts';

/** What a look through every page of a database file found. */
export interface FileReport {
	bytes: number;
	/** Null for a file of people, which has none. */
	events: number | null;
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

const eventsIn = (database: DatabaseSync): number | null => {
	const table = database.prepare("select 1 from sqlite_master where name = 'event'").get();
	return table ? Number(database.prepare('select count(*) as events from event').get()?.events) : null;
};

/** Reads all of a database file and changes nothing; throws StoreError where it is none of ours. */
export const examine = (file: string): FileReport => {
	if (!existsSync(file)) throw new StoreError(`There is no file ${file}.`);
	checkHeader(file);
	return inFile(file, (database) => {
		const integrity = textsOf(database.prepare('pragma integrity_check').all()).filter((it) => it !== 'ok');
		const orphans = textsOf(database.prepare('pragma foreign_key_check').all());
		return {
			bytes: statSync(file).size,
			events: eventsIn(database),
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

/** The one file of a folder of backups that holds what is kept of people. */
const peopleOf = (folder: string) => join(folder, 'people.db');

const nameOf = (now: Instant) => `noticekeeper-${now.replaceAll(/[-:]|\.\d+/g, '')}.db`;

/** A copy of a database file, as it is at this moment, that is there only while it is worked with. */
const withCopy = <T>(file: string, work: (copy: string) => T): T => {
	const copy = `${file}.copy`;
	rmSync(copy, { force: true });
	try {
		inFile(file, (database) => database.prepare('vacuum into ?').run(copy));
		chmodSync(copy, 0o600);
		return work(copy);
	} finally {
		rmSync(copy, { force: true });
	}
};

export interface Backup {
	file: string;
	people: string;
	report: FileReport;
}

/**
 * Copies a database file, which a server may be writing to, as it is at this moment, into a dated file of a folder; what is
 * kept of people takes the place of what was kept of them there, first, so that each dated file finds its people in it.
 */
export const backUp = (file: string, folder: string, now: Instant): Backup => {
	const [dated, people] = [join(folder, nameOf(now)), peopleOf(folder)];
	if (existsSync(dated)) throw new StoreError(`${dated} is there already; a backup overwrites nothing.`);
	if (!existsSync(file)) throw new StoreError(`There is no store at ${file} yet.`);
	checkHeader(file);
	mkdirSync(folder, { recursive: true, mode: 0o700 });
	if (existsSync(people)) checkSameStore(file, people);
	return withCopy(file, (copy) => {
		place(people, (aside) => takeApart(copy, aside));
		// Written anew, a file holds no byte of what was taken out of it.
		const report = place(dated, (aside) => inFile(copy, (database) => database.prepare('vacuum into ?').run(aside)));
		return { file: dated, people, report };
	});
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

/** The people of a backup; null where it is of the kind that holds them itself. */
const peopleFor = (backup: string): string | null => {
	if (!isApart(backup)) return null;
	const people = peopleOf(dirname(backup));
	if (!existsSync(people)) {
		throw new StoreError(
			`${people} is missing: ${backup} holds nothing of people without it. Put it beside the backup.`,
		);
	}
	sound(people);
	checkSameStore(backup, people);
	return people;
};

/** What a restore left behind. */
export interface Restored {
	/** What stood there before; null where nothing did. */
	kept: string | null;
	/** How many people were erased after the backup was made, and stay so. */
	erasedSince: number;
	report: FileReport;
}

/**
 * Puts a backup in the place of a store that no server has open, with what is kept of its people now. What stood there is
 * kept beside it.
 */
export const restore = (backup: string, file: string, now: Instant): Restored => {
	sound(backup);
	const people = peopleFor(backup);
	const lock = lockDatabaseFile(file);
	try {
		let kept: string | null = null;
		let erasedSince = 0;
		const report = place(file, (aside) => {
			copyFileSync(backup, aside);
			if (people) erasedSince = bringTogether(aside, people, now);
			kept = setAside(file, now);
		});
		return { kept, erasedSince, report };
	} finally {
		lock.release();
	}
};

/** Every file of a folder of backups, the people's last. */
export const backupsIn = (folder: string): string[] => [
	...readdirSync(folder)
		.filter((name) => name.startsWith('noticekeeper-') && name.endsWith('.db'))
		.sort()
		.map((name) => join(folder, name)),
	peopleOf(folder),
];
