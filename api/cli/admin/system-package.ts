import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { knownAt } from '../../../schema/notice/known.ts';
import { versionAt } from '../../../schema/notice/timeline.ts';
import { readLibrary } from '../../../schema/source/library.ts';
import { type PlainDate, plainDateField } from '../../../schema/time.ts';
import { packageOf } from '../../service/package.ts';
import type { SystemExport } from '../../service/package-answers.ts';
import { connected, notSearched, print, readPerson, type SystemScope } from './system-scope.ts';

const promised = async ({ config, now, options }: SystemScope) => {
	const library = knownAt((await readLibrary(config.contentDir)).library, now);
	const notice = library.notices.find(({ slug }) => slug === options.notice);
	const version = notice && versionAt(notice, now);
	const edition = version?.editions.en;
	if (!version || !edition) {
		throw new TypeError('--notice: name a notice that is in force and in English, such as --notice california');
	}
	const { title, promises } = edition;
	return { organisation: library.organisation.name, notice: title, version: version.id, zone: notice.zone, promises };
};

/** What the package says of how far back it was asked; it leaves nothing out. */
const sinceOf = ({ options: { since } }: SystemScope): PlainDate | null => {
	if (since === undefined) return null;
	const { data } = plainDateField.safeParse(since);
	if (!data) throw new TypeError(`--since: '${since}' is no date; expected one such as 2022-01-01`);
	return data;
};

const exported = async (scope: SystemScope): Promise<SystemExport[]> => {
	const person = await readPerson(scope);
	const systems: SystemExport[] = [];
	for (const system of await connected(scope)) {
		const tables = await system.exportRows(person);
		const left = system.tables.filter((it) => !tables.some(({ table }) => table === it));
		for (const table of left) console.error(`${notSearched(system.id, table)}; the package says nothing of it.`);
		systems.push({ id: system.id, name: system.name, tables });
	}
	return systems;
};

const writeNew = async (file: string, bytes: Uint8Array) => {
	try {
		await writeFile(file, bytes, { mode: 0o600, flag: 'wx' });
	} catch (error) {
		const why = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
		throw new TypeError(`--out: cannot write ${file} (${why}); a package overwrites nothing`);
	}
};

/** Writes a person's package as a zip; nothing that was there is overwritten. */
export const packPerson = async (scope: SystemScope): Promise<void> => {
	const { out, json } = scope.options;
	if (!out) throw new TypeError('--out: name the zip that is to be written');
	const said = { ...(await promised(scope)), sinceOn: sinceOf(scope) };
	const systems = await exported(scope);
	const file = resolve(out);
	await writeNew(file, packageOf({ ...said, madeAt: scope.now, systems }));
	const rows = systems.flatMap((it) => it.tables).reduce((sum, it) => sum + it.rows.length, 0);
	print(json, { file, rows }, [`${file}: ${rows} rows. Look into it before you send it.`]);
};
