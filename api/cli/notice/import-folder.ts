import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { Finding } from '../../../schema/notice/model.ts';
import { sparesHistory } from '../../../schema/rules/form-rules.ts';
import { ledgerFile } from '../../../schema/source/ledger.ts';
import { readLibrary } from '../../../schema/source/library.ts';
import { readData, readText } from '../../../schema/source/read.ts';
import { noticeFile, organisationFile } from '../../../schema/source/settings.ts';
import { UsageError } from './command.ts';
import { isError } from './findings.ts';

/** What a content folder says already, as far as an import needs it; null for what is not there. */
export interface Existing {
	organisation: string | null;
	zone: string | null;
	locale: string | null;
	/** Names of the notice's version files. */
	versions: string[];
	/** Names of its versions that are in the ledger. */
	published: string[];
}

const given = <T>({ value, flaws }: { value: T | null; flaws: { file: string; message: string }[] }): T | null => {
	const [flaw] = flaws;
	if (flaw) throw new UsageError(`${flaw.file}: ${flaw.message}`);
	return value;
};

export const readExisting = async (into: string, notice: string): Promise<Existing> => {
	const folder = join(into, 'notices', notice);
	const at = (file: string) => [join(into, file), file, null] as const;
	const organisation = given(await readData(organisationFile, ...at('organisation.yaml')));
	const settings = given(await readData(noticeFile, ...at(join('notices', notice, 'notice.yaml'))));
	const ledger = given(await readData(ledgerFile, ...at('ledger.json')));
	const names = await readdir(folder).catch((): string[] => []);
	return {
		organisation: organisation?.name ?? null,
		zone: settings?.zone ?? null,
		locale: settings?.locales[0] ?? null,
		versions: names.filter((it) => it.endsWith('.mdx')).sort(),
		published: (ledger ?? []).filter((it) => it.notice === notice).map((it) => it.version),
	};
};

export interface NewFolder {
	notice: string;
	title: string;
	zone: string;
	locale: string;
	controller: string;
	/** The organisation's address, where one is known. */
	url: string | undefined;
	versions: readonly { version: string; mdx: string }[];
}

const placeholder = (what: string) => `# placeholder: made by 'notice import'. ${what}\n`;

/** The files that a content folder with this notice needs, by their paths in it. */
const filesOf = (it: NewFolder): Record<string, string> => ({
	'organisation.yaml':
		placeholder('Say here who you are, and where your own site is.') +
		stringify({ name: it.controller, url: it.url ?? 'https://www.example.org' }),
	'people.yaml': `${placeholder('Name here who may sign off a change.')}[]\n`,
	[`notices/${it.notice}/notice.yaml`]:
		placeholder('Correct the title and the time zone before you publish.') +
		stringify({ title: { [it.locale]: it.title }, zone: it.zone, locales: [it.locale] }),
});

const writeVersions = (folder: string, { versions }: NewFolder) =>
	Promise.all(versions.map(({ version, mdx }) => writeFile(join(folder, `${version}.mdx`), mdx)));

/** What the rules of form that bind history find wrong with the versions, looked at in a folder of their own; its files named as in a content folder. */
export const findFormErrors = async (into: string, it: NewFolder): Promise<Finding[]> => {
	const folder = await mkdtemp(join(tmpdir(), 'notice-import-'));
	try {
		await writeMissing(folder, it, into);
		await writeVersions(join(folder, 'notices', it.notice), it);
		const { findings } = await readLibrary(folder);
		return findings.filter((finding) => isError(finding) && finding.kind === 'form' && !sparesHistory(finding.rule));
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
};

/** Writes what a folder lacks, from another folder where that has it; gives the paths that were made up. */
const writeMissing = async (folder: string, it: NewFolder, from: string): Promise<string[]> => {
	const made: string[] = [];
	await mkdir(join(folder, 'notices', it.notice), { recursive: true });
	for (const [file, text] of Object.entries(filesOf(it))) {
		if ((await readText(join(from, file))) === null) {
			made.push(file);
			await writeFile(join(folder, file), text);
		} else if (from !== folder) await cp(join(from, file), join(folder, file));
	}
	return made;
};

/** Writes the versions in place of those that are there, and what else the folder needs; gives the paths that were made up. */
export const writeFolder = async (into: string, it: NewFolder, { versions }: Existing): Promise<string[]> => {
	const folder = join(into, 'notices', it.notice);
	const made = await writeMissing(into, it, into);
	await Promise.all(versions.map((name) => rm(join(folder, name))));
	await writeVersions(folder, it);
	return made;
};
