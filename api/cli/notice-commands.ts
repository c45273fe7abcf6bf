import { rename, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Finding, LedgerEntry, Library } from '../../schema/notice/model.ts';
import { describeFinding } from '../../schema/source/findings.ts';
import { appendToLedger } from '../../schema/source/ledger.ts';
import { readLibrary } from '../../schema/source/library.ts';
import type { Instant } from '../../schema/time.ts';

export interface NoticeOptions {
	contentDir: string;
	now: Instant;
	imported: boolean;
	json: boolean;
}

const isError = (it: Finding) => it.level === 'error';

const count = (number: number, word: string) => `${number} ${word}${number === 1 ? '' : 's'}`;

const tally = (findings: readonly Finding[]) => {
	const errors = findings.filter(isError).length;
	return { errors, warnings: findings.length - errors };
};

const printFindings = (findings: readonly Finding[], contentDir: string) => {
	for (const finding of findings) console.log(describeFinding(finding, relative(process.cwd(), contentDir)));
};

const summary = (findings: readonly Finding[], { notices }: Library) => {
	const { errors, warnings } = tally(findings);
	const versions = notices.reduce((sum, it) => sum + it.versions.length, 0);
	return `${count(errors, 'error')}, ${count(warnings, 'warning')} in ${count(notices.length, 'notice')} with ${count(versions, 'version')}.`;
};

const printJson = (value: unknown) => console.log(JSON.stringify(value, null, '\t'));

/** Says what is wrong with the content; 1 if anything is of level error. */
export const check = async ({ contentDir, json }: NoticeOptions): Promise<number> => {
	const { library, findings } = await readLibrary(contentDir);
	const { errors, warnings } = tally(findings);
	if (json) printJson({ errors, warnings, findings });
	else {
		printFindings(findings, contentDir);
		console.log(summary(findings, library));
	}
	return errors ? 1 : 0;
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

/** Enters what is announced and not yet in the ledger; writes nothing and gives 1 while the content has errors. */
export const publish = async ({ contentDir, now, imported, json }: NoticeOptions): Promise<number> => {
	const { library, findings } = await readLibrary(contentDir);
	const errors = findings.filter(standsInTheWay(imported));
	if (errors.length) {
		if (json) printJson({ added: [], findings: errors });
		else {
			printFindings(errors, contentDir);
			console.log(`Nothing was published: ${count(errors.length, 'error')} to mend first.`);
		}
		return 1;
	}
	const added = appendToLedger(library, now, { imported });
	if (added.length) await writeLedger(contentDir, [...library.ledger, ...added]);
	if (json) printJson({ added });
	else {
		for (const it of added) console.log(`Published ${it.notice} ${it.version} (${it.locale}) ${it.sha256}`);
		console.log(
			added.length ? `${count(added.length, 'text')} entered into ledger.json.` : 'Everything is published already.',
		);
	}
	return 0;
};

/** Proves the ledger and the texts in it; 1 where something published was changed or is gone. */
export const verify = async ({ contentDir, json }: NoticeOptions): Promise<number> => {
	const { library, findings } = await readLibrary(contentDir);
	const broken = findings.filter((it) => isError(it) && (it.rule === 'F4' || it.rule === 'F1'));
	if (json) printJson({ entries: library.ledger.length, findings: broken });
	else {
		printFindings(broken, contentDir);
		const good = `The chain of ${count(library.ledger.length, 'entry').replace('entrys', 'entries')} is whole, and every published text is as it was published.`;
		console.log(broken.length ? `${count(broken.length, 'error')}: what was published cannot be proved.` : good);
	}
	return broken.length ? 1 : 0;
};
