import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { isWithdrawn } from '../../../schema/notice/lead.ts';
import type { Edition, Notice, Version } from '../../../schema/notice/model.ts';
import { type ChangeClass, changeClasses } from '../../../schema/notice/vocabulary.ts';
import { readLibrary } from '../../../schema/source/library.ts';
import { dateIn, type PlainDate, plainDateField, withOffset } from '../../../schema/time.ts';
import {
	atHelp,
	atOption,
	type Command,
	contentDirOf,
	contentHelp,
	contentOptions,
	instantOf,
	noticeNamed,
	printJson,
	UsageError,
} from './command.ts';
import { nextDates } from './next-dates.ts';
import { type Next, nextText, nextTranslation } from './next-text.ts';

const classOf = (name: string): ChangeClass => {
	const found = changeClasses.find((it) => it === name);
	if (!found) throw new UsageError(`--class: expected ${changeClasses.join(', ')}, found '${name}'.`);
	return found;
};

const dateOf = (text: string | undefined): PlainDate | undefined => {
	const parsed = plainDateField.optional().safeParse(text);
	if (!parsed.success) throw new UsageError(`--effective: expected a date such as 2027-03-01, found '${text}'.`);
	return parsed.data;
};

/** The version that a new one follows: the last that is not withdrawn, announced or not. */
const lastOf = (notice: Notice): Version => {
	const last = notice.versions.findLast((it) => !isWithdrawn(it));
	if (!last) throw new UsageError(`'${notice.slug}' has no version that could be revised. Write its first by hand.`);
	if (last.publishedAt === null && notice.versions.some((it) => it.publishedAt !== null)) {
		throw new UsageError(`${last.id} is begun and not published. Change that file, or remove it and begin anew.`);
	}
	return last;
};

const plan = (notice: Notice, last: Version, values: Parameters<typeof instantOf>[0] & Options): Next => {
	const kind = classOf(values.class);
	const effectiveOn = dateOf(values.effective);
	const dates = nextDates(notice, last, kind, instantOf(values), effectiveOn);
	if (effectiveOn && effectiveOn < dates.earliestOn) {
		const why = `after ${last.id}, and ${dates.leadDays} days after it is announced`;
		throw new UsageError(
			`--effective: a ${kind} change can take effect on ${dates.earliestOn} at the earliest: ${why}.`,
		);
	}
	const version = dateIn(dates.effectiveAt, notice.zone);
	return { version, predecessor: last.id, class: kind, dates, zone: notice.zone };
};

interface Options {
	class: string;
	effective?: string | undefined;
}

/** Writes the next file beside an edition's own, and never over one that is there. */
const writeNext = async (edition: Edition, last: Version, next: Next, text: (source: string) => string) => {
	const file = join(dirname(edition.file), basename(edition.file).replace(last.id, next.version));
	if (existsSync(file)) throw new UsageError(`There is a file ${file} already. Name another day with --effective.`);
	await writeFile(file, text(await readFile(edition.file, 'utf8')), { flag: 'wx' });
	return file;
};

const writeAll = (notice: Notice, last: Version, next: Next): Promise<string[]> =>
	Promise.all(
		notice.locales.flatMap((locale, index) => {
			const edition = last.editions[locale];
			if (!edition) return [];
			const text = (source: string) => (index === 0 ? nextText(source, next) : nextTranslation(source, next.version));
			return writeNext(edition, last, next, text);
		}),
	);

const tell = (files: readonly string[], { dates, zone, class: kind, predecessor }: Next) => {
	for (const file of files) console.log(`Wrote ${relative(process.cwd(), file)}`);
	console.log(`
It follows ${predecessor} as a ${kind} change, announced at ${withOffset(dates.announcedAt, zone)}
and in force from ${withOffset(dates.effectiveAt, zone)}.

Next: change the text and the data, fill in what says TODO, and run npm run notice -- check.`);
};

export const newVersion: Command = {
	summary: 'Begin the next version of a notice: a copy of the last one, with dates that keep what it promises.',
	help: `  <notice>            The notice, by the name of its folder.
  --class <class>     ${changeClasses.join(', ')}. substantive if left out.
  --effective <date>  When it is to take effect (else as early as the notice promised allows).
${atHelp}
${contentHelp}`,
	run: async (args) => {
		const options = {
			...contentOptions,
			...atOption,
			class: { type: 'string', default: 'substantive' },
			effective: { type: 'string' },
		} as const;
		const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
		const { library } = await readLibrary(contentDirOf(values));
		const notice = noticeNamed(library, positionals);
		const last = lastOf(notice);
		const next = plan(notice, last, values);
		const files = await writeAll(notice, last, next);
		if (values.json) printJson({ files, version: next.version, predecessor: next.predecessor, ...next.dates });
		else tell(files, next);
		return 0;
	},
};
