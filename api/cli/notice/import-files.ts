import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { TextDecoder } from 'node:util';
import { dateInName, nthOfDay } from '../../../schema/import/dated.ts';
import type { Source } from '../../../schema/import/outcome.ts';
import type { Format } from '../../../schema/import/piece.ts';
import { type Instant, instantField, plainDateField, startOfDay } from '../../../schema/time.ts';
import { UsageError } from './command.ts';

/** A text with its date, before it is known which version it becomes. */
export type DatedText = Omit<Source, 'version'>;

const formats: Readonly<Record<string, Format>> = {
	'.txt': 'text',
	'.md': 'markdown',
	'.markdown': 'markdown',
	'.html': 'html',
	'.htm': 'html',
};

/** The form that a file's name says it has; throws UsageError on any other. */
export const formatOf = (path: string): Format => {
	const format = formats[extname(path).toLowerCase()];
	if (format) return format;
	throw new UsageError(
		`${path}: expected a file that ends in ${Object.keys(formats).join(', ')}. Save the text in one of these forms.`,
	);
};

/** The text of a file's bytes; throws UsageError where they are no UTF-8. */
export const decode = (bytes: Uint8Array, path: string): string => {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		throw new UsageError(`${path}: is not UTF-8. Convert it first: iconv -f WINDOWS-1252 -t UTF-8 <file>.`);
	}
};

/** The instant that `--at` names: an instant, or the beginning of a date in the notice's zone. */
const instantOf = (text: string, zone: string): Instant => {
	const date = plainDateField.safeParse(text);
	if (date.success) return startOfDay(date.data, zone);
	const at = instantField.safeParse(text);
	if (at.success) return at.data;
	throw new UsageError(`--at: expected a date such as 2024-04-19, or an instant with its offset, found '${text}'.`);
};

const readDated = async (path: string, effectiveAt: Instant): Promise<DatedText> => ({
	name: basename(path),
	format: formatOf(path),
	text: decode(await readFile(path), path),
	effectiveAt,
});

const readOne = async (path: string, at: string | undefined, zone: string): Promise<DatedText[]> => {
	const on = dateInName(basename(path));
	const effectiveAt = at === undefined ? on && startOfDay(on, zone) : instantOf(at, zone);
	if (effectiveAt) return [await readDated(path, effectiveAt)];
	throw new UsageError(`${path}: its name has no date. Add --at <the day it took effect>, such as --at 2024-04-19.`);
};

const isNotice = (name: string) =>
	Object.hasOwn(formats, extname(name).toLowerCase()) && !/^(?:\.|readme\b)/i.test(name);

// Without its ending, since 2024-04-19.2.md comes after 2024-04-19.md.
const stem = (name: string) => basename(name, extname(name));

const readFolder = async (folder: string, at: string | undefined, zone: string): Promise<DatedText[]> => {
	if (at !== undefined) throw new UsageError('--at: names the day of one file; in a folder, the files’ names do.');
	const names = (await readdir(folder)).filter(isNotice).toSorted((a, b) => (stem(a) < stem(b) ? -1 : 1));
	if (!names.length) throw new UsageError(`${folder}: has no file that ends in ${Object.keys(formats).join(', ')}.`);
	const perDay = Map.groupBy(names, (name) => {
		const on = dateInName(name);
		if (on) return on;
		throw new UsageError(
			`${join(folder, name)}: its name has no date. Name it by the day it took effect: 2024-04-19.md.`,
		);
	});
	const days = [...perDay].toSorted(([a], [b]) => (a < b ? -1 : 1));
	return Promise.all(
		days.flatMap(([on, ofDay]) => ofDay.map((name, index) => readDated(join(folder, name), nthOfDay(on, index, zone)))),
	);
};

/** The texts of a file or a folder, earliest first; throws UsageError where there are none or a date cannot be read. */
export const readTexts = async (path: string, at: string | undefined, zone: string): Promise<DatedText[]> => {
	const found = await stat(path).catch(() => null);
	if (!found) throw new UsageError(`${path}: there is no such file or folder.`);
	return found.isDirectory() ? readFolder(path, at, zone) : readOne(path, at, zone);
};
