import type { LedgerEntry } from '../notice/model.ts';
import { verifyLedger } from '../source/ledger.ts';
import type { CheckContext, FileFlaw, NoticeDraft, Rule } from './rule.ts';

const ledgerFile = 'ledger.json';

const fileOf = (notice: NoticeDraft, { version, locale }: LedgerEntry) =>
	locale === notice.notice.locales[0] ? `${version}.mdx` : `${version}.${locale}.mdx`;

const missing = (entry: LedgerEntry, index: number): FileFlaw => ({
	file: ledgerFile,
	field: `[${index}]`,
	message: `${entry.notice} ${entry.version} (${entry.locale}) was published on ${entry.publishedAt.slice(0, 10)}, and its file is gone. Restore the file; what was published stays.`,
});

/** Where a notice.yaml cannot be read, that is the finding, and none of its files is gone. */
const isUnread = ({ notice }: LedgerEntry, unread: readonly FileFlaw[]) =>
	unread.some(({ file }) => file === `notices/${notice}/notice.yaml`);

const checkEntry = (entry: LedgerEntry, index: number, { notices, unread }: CheckContext): FileFlaw[] => {
	if (isUnread(entry, unread)) return [];
	const notice = notices.find((it) => it.notice.slug === entry.notice);
	if (!notice?.files.includes(fileOf(notice, entry))) return [missing(entry, index)];
	const draft = notice.versions.find((it) => it.version.id === entry.version);
	const edition = [draft?.canonical, ...(draft?.translations ?? [])].find((it) => it?.edition.locale === entry.locale);
	if (!edition || edition.edition.sha256 === entry.sha256) return [];
	return [
		{
			file: edition.file,
			message: `Was published on ${entry.publishedAt.slice(0, 10)} and differs from what was published then, in its text or its front matter. Restore it, and put the change into a new version.`,
		},
	];
};

/** What was published stays as it was published: the ledger's chain is whole, and every text has the hash in it. */
export const f4PublishedIsFrozen: Rule = {
	id: 'F4',
	level: 'error',
	citation: 'A notice is a contract with a date: nobody can prove what a text said that can be changed.',
	check: (context) => [
		...verifyLedger(context.library.ledger).map((flaw) => ({ ...flaw, file: ledgerFile })),
		...context.library.ledger.flatMap((entry, index) => checkEntry(entry, index, context)),
	],
};
