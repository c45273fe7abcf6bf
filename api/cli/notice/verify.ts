import { existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { verifyEvidence } from '../../../schema/provenance/evidence.ts';
import { type SiteReport, verifySite } from '../../../schema/provenance/verify.ts';
import { readLibrary } from '../../../schema/source/library.ts';
import { type Command, contentDirOf, contentOptions, printJson, UsageError } from './command.ts';
import { count, isError, printFindings } from './findings.ts';
import { builtFolder, folderSource, webSource } from './site-source.ts';

const verifyContent = async (contentDir: string, json: boolean) => {
	const { library, findings } = await readLibrary(contentDir);
	const broken = findings.filter((it) => isError(it) && (it.rule === 'F4' || it.rule === 'F1'));
	const entries = library.ledger.length;
	if (json) printJson({ entries, findings: broken });
	else {
		printFindings(broken, contentDir);
		console.log(
			broken.length
				? `${count(broken.length, 'error')}: what was published cannot be proved.`
				: `The chain of ${count(entries, 'entry', 'entries')} is whole, and every published text is as it was published.`,
		);
	}
	return broken.length ? 1 : 0;
};

const trust = (kid: string | null, pinned: string | null) =>
	pinned === null
		? `The key ${kid} was taken at the site's word, as at a first visit; name it with --key from now on.`
		: `The key ${kid} is the one that was named.`;

const printReport = ({ findings, files, kid }: SiteReport, pinned: string | null) => {
	for (const { file, message } of findings) console.log(`${file}  ${message}`);
	console.log(
		findings.length
			? `${count(findings.length, 'error')}: this is not what was signed.`
			: `${count(files, 'file')}, the ledger and every signature are whole. ${trust(kid, pinned)}`,
	);
};

const verifyPublished = async (of: string, pinned: string | null, json: boolean): Promise<number> => {
	const folder = builtFolder(of);
	const report = await verifySite(folder === null ? webSource(of) : folderSource(folder), pinned);
	if (json) printJson({ ...report, pinned: pinned !== null });
	else printReport(report, pinned);
	return report.findings.length ? 1 : 0;
};

const verifyEvidenceFile = async (file: string, pinned: string | null, json: boolean): Promise<number> => {
	const { findings, kid } = verifyEvidence(await readFile(file, 'utf8'), pinned);
	if (json) printJson({ findings, kid, pinned: pinned !== null });
	else {
		for (const finding of findings) console.log(finding);
		console.log(
			findings.length
				? `${count(findings.length, 'error')}: this is not what was signed.`
				: `The signature, the ledger and every text are whole. ${trust(kid, pinned)}`,
		);
	}
	return findings.length ? 1 : 0;
};

const isFile = (path: string) => existsSync(path) && statSync(path).isFile();

const isWeb = (text: string) => /^https?:\/\//.test(text);

export const verify: Command = {
	summary:
		'Prove that nothing published has changed: the ledger and texts here, or a site from its public files alone.',
	help: `  <what>               A published site (https://…), the folder of a built one, an evidence file, or a content folder.
  --key <thumbprint>   Trust this key alone; else the one that the site names is taken at its word.
  --content <folder>   The content folder (else CONTENT_DIR, else ./content).
  --json               Print JSON.
  --help               Print this.`,
	run: async (args) => {
		const options = { ...contentOptions, key: { type: 'string' } } as const;
		const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
		const [of, ...more] = positionals;
		if (more.length) throw new UsageError(`Expected one address or folder, found also '${more[0]}'.`);
		if (of !== undefined && (isWeb(of) || builtFolder(of))) {
			return verifyPublished(of, values.key ?? null, values.json);
		}
		if (of !== undefined && isFile(of)) return verifyEvidenceFile(of, values.key ?? null, values.json);
		if (values.key)
			throw new UsageError('--key: goes with the address of a site, the folder of a built one, or an evidence file.');
		return verifyContent(of ?? contentDirOf(values), values.json);
	},
};
