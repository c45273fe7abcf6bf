import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Finding, LedgerEntry, Library } from '../../../schema/notice/model.ts';
import { sparesHistory } from '../../../schema/rules/form-rules.ts';
import { appendToLedger } from '../../../schema/source/ledger.ts';
import { readLibrary } from '../../../schema/source/library.ts';
import type { Instant } from '../../../schema/time.ts';
import {
	atHelp,
	atOption,
	type Command,
	contentDirOf,
	contentHelp,
	contentOptions,
	instantOf,
	printJson,
} from './command.ts';
import { count, isError, printFindings } from './findings.ts';
import { replaceFile } from './replace-file.ts';

const writeLedger = (contentDir: string, entries: readonly LedgerEntry[]) =>
	replaceFile(join(contentDir, 'ledger.json'), `${JSON.stringify(entries, null, '\t')}\n`);

const fileOf = ({ notice, version, locale }: LedgerEntry, { notices }: Library) => {
	const controlling = notices.find((it) => it.slug === notice)?.locales[0];
	return `notices/${notice}/${version}${locale === controlling ? '' : `.${locale}`}.mdx`;
};

/**
 * Any flaw of form, and one of content in a text that is about to be entered, since it can no longer be mended then. History
 * stands as it was: some rules of form spare it, and no rule of content can change it.
 */
const standsInTheWay = (imported: boolean, entered: readonly string[]) => (it: Finding) =>
	isError(it) && (it.kind === 'form' ? !(imported && sparesHistory(it.rule)) : !imported && entered.includes(it.file));

interface Publishing {
	now: Instant;
	imported: boolean;
	/** The only notice to publish; absent where all are meant. */
	notice?: string | undefined;
}

/** Enters what is announced by now into the ledger, unless something is wrong; gives what was entered, or what is wrong. */
export const enter = async (
	contentDir: string,
	{ now, imported, notice }: Publishing,
): Promise<{ added: LedgerEntry[]; errors: Finding[] }> => {
	const { library, findings } = await readLibrary(contentDir, { now });
	const notices = library.notices.filter((it) => notice === undefined || it.slug === notice);
	const added = appendToLedger({ notices, ledger: library.ledger }, now, { imported });
	const entered = added.map((it) => fileOf(it, library));
	const errors = findings.filter(standsInTheWay(imported, entered));
	if (errors.length) return { added: [], errors };
	if (added.length) await writeLedger(contentDir, [...library.ledger, ...added]);
	return { added, errors };
};

const refuse = (errors: readonly Finding[], contentDir: string, json: boolean) => {
	if (json) printJson({ added: [], findings: errors });
	else {
		printFindings(errors, contentDir);
		console.log(`Nothing was published: ${count(errors.length, 'error')} to mend first.`);
	}
	return 1;
};

const tell = (added: readonly LedgerEntry[], json: boolean) => {
	if (json) return printJson({ added });
	for (const it of added) console.log(`Published ${it.notice} ${it.version} (${it.locale}) ${it.sha256}`);
	console.log(
		added.length ? `${count(added.length, 'text')} entered into ledger.json.` : 'Everything is published already.',
	);
};

export const publish: Command = {
	summary:
		'Enter every text announced by now into ledger.json, where it stays as it is. Refuses while check finds errors.',
	help: `${atHelp}
  --imported          Publish as history that was public elsewhere before: its own dates stand, and flaws of
                      content, which no one can mend any more, do not stand in its way.
  --notice <slug>     Publish this notice alone.
${contentHelp}`,
	run: async (args) => {
		const { values } = parseArgs({
			args,
			options: {
				...contentOptions,
				...atOption,
				imported: { type: 'boolean', default: false },
				notice: { type: 'string' },
			},
		});
		const { imported, json } = values;
		const contentDir = contentDirOf(values);
		const { added, errors } = await enter(contentDir, { now: instantOf(values), imported, notice: values.notice });
		if (errors.length) return refuse(errors, contentDir, json);
		tell(added, json);
		return 0;
	},
};
