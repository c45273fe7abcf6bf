import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Finding, LedgerEntry } from '../../../schema/notice/model.ts';
import { appendToLedger } from '../../../schema/source/ledger.ts';
import { readLibrary } from '../../../schema/source/library.ts';
import { type Instant, instant } from '../../../schema/time.ts';
import { type Command, contentDirOf, contentHelp, contentOptions, printJson, UsageError } from './command.ts';
import { count, isError, printFindings } from './findings.ts';

const instantOf = (text: string): Instant => {
	try {
		return instant(text);
	} catch {
		throw new UsageError(`--at: expected an instant such as 2027-03-01T09:00:00-08:00, found '${text}'.`);
	}
};

const writeLedger = async (contentDir: string, entries: readonly LedgerEntry[]) => {
	const file = join(contentDir, 'ledger.json');
	const draft = `${file}.${process.pid}`;
	// Renaming is atomic: whoever reads meanwhile sees the old ledger or the new one, whole.
	await writeFile(draft, `${JSON.stringify(entries, null, '\t')}\n`);
	await rename(draft, file);
};

/** History keeps its own dates, so its lead times are nobody's business any more. */
const standsInTheWay = (imported: boolean) => (it: Finding) => isError(it) && !(imported && it.rule === 'T1');

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
	help: `  --at <instant>      Publish as if it were that instant, such as 2027-03-01T09:00:00-08:00.
  --imported          Publish as history that was public elsewhere before: its own dates stand.
${contentHelp}`,
	run: async (args) => {
		const { values } = parseArgs({
			args,
			options: { ...contentOptions, at: { type: 'string' }, imported: { type: 'boolean', default: false } },
		});
		const { imported, json } = values;
		const contentDir = contentDirOf(values);
		const now = instantOf(values.at ?? new Date().toISOString());
		const { library, findings } = await readLibrary(contentDir);
		const errors = findings.filter(standsInTheWay(imported));
		if (errors.length) return refuse(errors, contentDir, json);
		const added = appendToLedger(library, now, { imported });
		if (added.length) await writeLedger(contentDir, [...library.ledger, ...added]);
		tell(added, json);
		return 0;
	},
};
