import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Config } from '../../config.ts';
import { backUp, backupsIn, examine, type FileReport, restore } from '../../store/backup.ts';
import { StoreError } from '../../store/errors.ts';
import { databaseFileOf } from '../../store/open-engine.ts';
import type { FileSubject } from './subject.ts';

const fileOf = (config: Config): string => {
	const file = databaseFileOf(config);
	if (file === null) {
		throw new StoreError(
			'The store is on PostgreSQL, which has its own tools; the two commands stand in the guide, under Backups.',
		);
	}
	return file;
};

const print = (json: boolean, facts: object, line: string) => console.log(json ? JSON.stringify(facts) : line);

const read = (args: string[]) => {
	const { values, positionals } = parseArgs({
		args,
		options: { json: { type: 'boolean', default: false } },
		allowPositionals: true,
	});
	return { json: values.json, path: positionals[0] === undefined ? null : resolve(positionals[0]) };
};

const size = ({ bytes, events }: FileReport) =>
	`${(bytes / 1e6).toFixed(1)} MB${events === null ? '' : `, ${events} events`}`;

/** Copies the store while a server writes to it. */
export const backup: FileSubject = {
	usage: `  npm run admin -- backup <folder>
        copies the store as it is at this moment, while the server runs, into a dated file of the folder, and reads the
        copy through; what people sent, sealed, takes the place of the file people.db there, so that no copy brings back
        what was erased before the latest; DATA_KEY is in neither`,
	readFiles(args) {
		const { json, path } = read(args);
		if (path === null) return null;
		return (config, now) => {
			const { file, people, report } = backUp(fileOf(config), path, now);
			print(
				json,
				{ file, people, ...report },
				`${file} is whole: ${size(report)}. What people sent stands in ${people}.`,
			);
		};
	},
};

/** Puts a backup in the store's place. */
export const restoration: FileSubject = {
	usage: `  npm run admin -- restore <file>
        puts a backup in the place of the store, once the server is stopped, with the people.db beside it; who was erased
        since stays so; what stood there is kept beside the store`,
	readFiles(args) {
		const { json, path } = read(args);
		if (path === null) return null;
		return (config, now) => {
			const { report, ...left } = restore(path, fileOf(config), now);
			const lines = [
				`Restored from ${path}: ${size(report)}.`,
				left.erasedSince > 0 && `Erased since it was made, and so still: ${left.erasedSince}.`,
				left.kept && `What stood there before is ${left.kept}; remove it when it is needed no more.`,
			];
			print(json, { ...left, ...report }, lines.filter(Boolean).join(' '));
		};
	},
};

const checkFile = (file: string, json: boolean) => {
	const report = examine(file);
	const { faults } = report;
	const said = faults.length ? `is damaged:\n${faults.join('\n')}` : `is whole: ${size(report)}.`;
	print(json, { file, ...report }, `${file} ${said}`);
	if (faults.length) process.exitCode = 1;
};

/** Reads a store or backups through. */
export const examination: FileSubject = {
	usage: `  npm run admin -- check [file or folder]
        reads every page of the store, of a backup, or of all of a folder, and says whether it is whole`,
	readFiles(args) {
		const { json, path } = read(args);
		return (config) => {
			const target = path ?? fileOf(config);
			const isFolder = existsSync(target) && statSync(target).isDirectory();
			for (const file of isFolder ? backupsIn(target) : [target]) checkFile(file, json);
		};
	},
};
