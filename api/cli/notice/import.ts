import { versioned } from '../../../schema/import/dated.ts';
import { importNext, noHistory } from '../../../schema/import/history.ts';
import type { ImportedVersion, Outcome, Settings, Source } from '../../../schema/import/outcome.ts';
import type { Finding } from '../../../schema/notice/model.ts';
import { type Instant, instant } from '../../../schema/time.ts';
import { type Command, printJson } from './command.ts';
import { count, printFindings } from './findings.ts';
import { readTexts } from './import-files.ts';
import { type Existing, findFormErrors, type NewFolder, readExisting, writeFolder } from './import-folder.ts';
import { readGitHistory } from './import-git.ts';
import { importHelp, readValues, settingsOf, type Values } from './import-options.ts';
import { reporter } from './import-report.ts';
import { enter } from './publish.ts';

/** Why nothing may be written, or null where it may. */
const inTheWay = ({ notice, into, replace }: Values, { versions, published }: Existing): string | null => {
	if (published.length) {
		return `${into}: ${notice} has ${count(published.length, 'published text')} (${published.join(', ')}), and what was published stays. Import under another --notice.`;
	}
	if (!versions.length || replace) return null;
	return `${into}: ${notice} has ${count(versions.length, 'version')} already (${versions.join(', ')}). --replace writes them anew.`;
};

const importAll = (texts: readonly Source[], settings: Settings, tell: (outcome: Outcome) => void): Outcome[] => {
	let history = noHistory;
	return texts.map((text) => {
		const next = importNext(history, text, settings);
		history = next.history;
		tell(next.outcome);
		return next.outcome;
	});
};

const folderOf = (versions: readonly ImportedVersion[], { notice }: Values, settings: Settings): NewFolder => {
	const title = versions.at(-1)?.title ?? '';
	return {
		notice,
		title,
		zone: settings.zone,
		locale: settings.locale,
		controller: settings.controller?.name ?? title,
		url: settings.base?.startsWith('https:') ? new URL(settings.base).origin : undefined,
		versions,
	};
};

interface Result {
	outcomes: Outcome[];
	/** Texts of a day that had more than nine. */
	skipped: string[];
	findings: Finding[];
	written: string[];
	/** Files that were made up for the folder to be whole. */
	made: string[];
	published: number;
	refused: string | null;
}

const nothing = { outcomes: [], skipped: [], findings: [], written: [], made: [], published: 0, refused: null };

/** What the sources become, and the folder to write; nothing is written yet. */
const prepare = async (values: Values, settings: Settings): Promise<{ result: Result; folder: NewFolder }> => {
	const texts = values.git ? readGitHistory(values.path) : await readTexts(values.path, values.at, settings.zone);
	const { kept, skipped } = versioned(texts, settings.zone);
	const outcomes = importAll(kept, settings, values.json ? () => {} : reporter(console.log));
	const result: Result = { ...nothing, outcomes, skipped: skipped.map((it) => it.name) };
	const versions = outcomes.filter((it) => it.kind === 'version');
	const folder = folderOf(versions, values, settings);
	if (outcomes.some((it) => it.kind === 'refused'))
		return { folder, result: { ...result, refused: 'Nothing was written.' } };
	const findings = await findFormErrors(values.into, folder);
	const refused = findings.length ? 'Nothing was written, since rules of form would be broken.' : null;
	return { folder, result: { ...result, findings, refused } };
};

/** Writes the folder and, where that is wished, its ledger. */
const write = async (values: Values, folder: NewFolder, existing: Existing, now: Instant): Promise<Partial<Result>> => {
	const made = await writeFolder(values.into, folder, existing);
	const written = folder.versions.map((it) => `notices/${folder.notice}/${it.version}.mdx`);
	if (!values.publish) return { made, written };
	const { added, errors } = await enter(values.into, { now, imported: true, notice: folder.notice });
	const refused = errors.length ? 'The versions are written, and not published: there are errors to mend first.' : null;
	return { made, written, findings: errors, published: added.length, refused };
};

const run = async (values: Values, now: Instant): Promise<Result> => {
	const existing = await readExisting(values.into, values.notice);
	const settings = settingsOf(values, existing);
	const refused = inTheWay(values, existing);
	if (refused) return { ...nothing, refused };
	const { result, folder } = await prepare(values, settings);
	if (result.refused || values['dry-run']) return result;
	return { ...result, ...(await write(values, folder, existing, now)) };
};

const summaryLines = ({ notice, into, 'dry-run': dry, publish }: Values, result: Result): string[] => {
	if (result.refused) return [result.refused];
	const versions = result.outcomes.filter((it) => it.kind === 'version').length;
	const place = `${into}/notices/${notice}`;
	const next = publish
		? `Published as imported history: ${count(result.published, 'text')}. Serve it: CONTENT_DIR=${into} npm start`
		: `Read them, confirm what is marked 'proposed', then: npm run notice -- publish --imported --notice ${notice} --content ${into}`;
	return [
		...result.skipped.map((name) => `${name}: left out, since a day can have nine versions at the most.`),
		dry
			? `${count(versions, 'version')} would be written to ${place}.`
			: `${count(versions, 'version')} written to ${place}.`,
		...(result.made.length ? [`Made with placeholders that are marked in them: ${result.made.join(', ')}`] : []),
		...(dry ? [] : [next]),
	];
};

export const importNotice: Command = {
	summary:
		'Make version files of a notice that is plain text, HTML or Markdown, or of its whole past. Loses no word, or says which.',
	help: importHelp,
	run: async (args) => {
		const values = readValues(args);
		const result = await run(values, instant(new Date().toISOString()));
		if (values.json) printJson(result);
		else {
			printFindings(result.findings, values.into);
			console.log(summaryLines(values, result).join('\n'));
		}
		return result.refused ? 1 : 0;
	},
};
