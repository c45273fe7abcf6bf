import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { slug } from '../notice/frontmatter.ts';
import type { Finding, LedgerEntry, Library } from '../notice/model.ts';
import { check } from '../rules/check.ts';
import type { FileFlaw } from '../rules/rule.ts';
import type { Instant } from '../time.ts';
import { ledgerFile } from './ledger.ts';
import { type ReadOptions, readNoticeFolder } from './notice-folder.ts';
import { readData } from './read.ts';
import { organisationFile, peopleFile } from './settings.ts';
import { readSystems } from './systems.ts';

/** Names of the folders under notices/, or null where that folder is not there. */
const noticeFolders = async (contentDir: string): Promise<string[] | null> => {
	try {
		const entries = await readdir(join(contentDir, 'notices'), { withFileTypes: true });
		return entries
			.filter((it) => it.isDirectory())
			.map((it) => it.name)
			.sort();
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
		throw error;
	}
};

const noNotices = 'There are no notices here. Make a folder notices/<name>/ with a notice.yaml and a first version.';

const misnamed = (name: string): FileFlaw[] =>
	slug.safeParse(name).success
		? []
		: [
				{
					file: `notices/${name}`,
					message: `'${name}' cannot be part of an address. Use lower-case words joined by hyphens.`,
				},
			];

const readNotices = async (contentDir: string, ledger: readonly LedgerEntry[], options: ReadOptions) => {
	const folders = await noticeFolders(contentDir);
	const named = (folders ?? []).filter((name) => !misnamed(name).length);
	const reads = await Promise.all(named.map((name) => readNoticeFolder(contentDir, name, ledger, options)));
	return {
		notices: reads.map((it) => it.notice).filter((it) => it !== null),
		flaws: [
			...(folders?.length ? [] : [{ file: 'notices', message: noNotices }]),
			...(folders ?? []).flatMap(misnamed),
			...reads.flatMap((it) => it.flaws),
		],
	};
};

/**
 * All that stands in a content folder, versions to come among it, and everything wrong with it by file and line. Files are
 * named by their path within the folder. What cannot be read is left out; nothing that an author wrote makes it throw. Where
 * `now` is given, the content is held to the law as of then.
 */
export const readLibrary = async (
	contentDir: string,
	{ now, ...options }: ReadOptions & { now?: Instant } = {},
): Promise<{ library: Library; findings: Finding[] }> => {
	const at = (file: string) => join(contentDir, file);
	const [organisation, people, ledger, { systems, flaws: systemFlaws }] = await Promise.all([
		readData(
			organisationFile,
			at('organisation.yaml'),
			'organisation.yaml',
			'Add it, with the organisation’s name and url.',
		),
		readData(peopleFile, at('people.yaml'), 'people.yaml', null),
		readData(ledgerFile, at('ledger.json'), 'ledger.json', null),
		readSystems(contentDir),
	]);
	const { notices, flaws } = await readNotices(contentDir, ledger.value ?? [], options);
	const library: Library = {
		organisation: organisation.value ?? { name: '', url: '' },
		people: people.value ?? [],
		notices: notices.map((it) => it.notice),
		ledger: ledger.value ?? [],
		systems,
	};
	const unread = [...organisation.flaws, ...people.flaws, ...ledger.flaws, ...systemFlaws, ...flaws];
	return { library, findings: check({ library, notices, unread, ...(now ? { now } : {}) }) };
};
