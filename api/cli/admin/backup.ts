import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Config } from '../../config.ts';
import { backUp, examine, type FileReport, restore } from '../../store/backup.ts';
import { StoreError } from '../../store/errors.ts';
import { databaseFileOf } from '../../store/open-engine.ts';
import type { FileSubject } from './subject.ts';

const fileOf = (config: Config): string => {
	const file = databaseFileOf(config);
	if (file === null) {
		throw new StoreError('The store is on PostgreSQL, which has its own: pg_dump --format=custom, and pg_restore.');
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

const size = ({ bytes, events }: FileReport) => `${(bytes / 1e6).toFixed(1)} MB, ${events} events`;

/** Copies the store while a server writes to it. */
export const backup: FileSubject = {
	usage: `  npm run admin -- backup <file>
        copies the store as it is at this moment, while the server runs, and reads the copy through; DATA_KEY, without
        which nobody can read what people sent, is not in it`,
	readFiles(args) {
		const { json, path } = read(args);
		if (path === null) return null;
		return (config) => {
			const report = backUp(fileOf(config), path);
			print(json, { file: path, ...report }, `${path} is whole: ${size(report)}.`);
		};
	},
};

/** Puts a backup in the store's place. */
export const restoration: FileSubject = {
	usage: `  npm run admin -- restore <file>
        puts a backup in the place of the store, once the server is stopped; what stood there is kept beside it`,
	readFiles(args) {
		const { json, path } = read(args);
		if (path === null) return null;
		return (config, now) => {
			const { kept, report } = restore(path, fileOf(config), now);
			const aside = kept ? ` What stood there before is ${kept}; remove it when it is needed no more.` : '';
			print(json, { kept, ...report }, `Restored from ${path}: ${size(report)}.${aside}`);
		};
	},
};

/** Reads a store or a backup through. */
export const examination: FileSubject = {
	usage: `  npm run admin -- check [file]
        reads every page of the store, or of a backup, and says whether it is whole`,
	readFiles(args) {
		const { json, path } = read(args);
		return (config) => {
			const file = path ?? fileOf(config);
			const report = examine(file);
			const { faults } = report;
			const said = faults.length ? `is damaged:\n${faults.join('\n')}` : `is whole: ${size(report)}.`;
			print(json, { file, ...report }, `${file} ${said}`);
			if (faults.length) process.exitCode = 1;
		};
	},
};
