import { parseArgs } from 'node:util';
import type { Settings } from '../../../schema/import/outcome.ts';
import { slug } from '../../../schema/notice/frontmatter.ts';
import { labelledLocales } from '../../../schema/notice/labels.ts';
import { zoneField } from '../../../schema/time.ts';
import { UsageError } from './command.ts';
import type { Existing } from './import-folder.ts';

const options = {
	notice: { type: 'string' },
	into: { type: 'string' },
	git: { type: 'boolean', default: false },
	at: { type: 'string' },
	title: { type: 'string' },
	controller: { type: 'string' },
	zone: { type: 'string' },
	locale: { type: 'string' },
	base: { type: 'string' },
	'keep-all': { type: 'boolean', default: false },
	replace: { type: 'boolean', default: false },
	publish: { type: 'boolean', default: false },
	'dry-run': { type: 'boolean', default: false },
	json: { type: 'boolean', default: false },
} as const;

export const importHelp = `  <file or folder>     What to import: .txt, .md or .html; a folder's files are named by their days: 2024-04-19.md.
  --notice <slug>      The notice that it becomes: lower-case words joined by hyphens.
  --into <folder>      The content folder; what it lacks is made.
  --git                Import every version that the file had in the history of its git repository.
  --at <date>          The day on which one file took effect, where its name has no date.
  --title <words>      The title, in place of the one that the text has.
  --controller <name>  Who makes the promises (else the name in organisation.yaml, else the title).
  --zone <zone>        The time zone of its dates, such as America/Los_Angeles (else that of notice.yaml, else UTC).
  --locale <language>  Its language: ${labelledLocales.join(' or ')} (else that of notice.yaml, else en).
  --base <address>     Where it was published; relative links are read from there.
  --keep-all           Leave nothing out: menus, buttons and tags of templates are text, too.
  --replace            Write anew what was imported before. What is in the ledger is never overwritten.
  --publish            Enter the versions into ledger.json as imported history: their own dates stand.
  --dry-run            Say what would be written, and write nothing.
  --json               Print JSON.
  --help               Print this.`;

/** What an import was asked to do. */
export interface Values extends Partial<Record<'at' | 'title' | 'controller' | 'zone' | 'locale' | 'base', string>> {
	path: string;
	notice: string;
	into: string;
	git: boolean;
	'keep-all': boolean;
	replace: boolean;
	publish: boolean;
	'dry-run': boolean;
	json: boolean;
}

const needed = (value: string | undefined, what: string): string => {
	if (value) return value;
	throw new UsageError(`import: expected ${what}.`);
};

/** The options of an import; throws UsageError where one is missing or wrong. */
export const readValues = (args: string[]): Values => {
	const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
	if (positionals.length > 1)
		throw new UsageError(`import: expected one file or folder, found ${positionals.join(', ')}.`);
	const notice = needed(values.notice, '--notice <slug>, the notice that it becomes');
	if (!slug.safeParse(notice).success) {
		throw new UsageError(`--notice: expected lower-case words joined by hyphens, found '${notice}'.`);
	}
	return {
		...values,
		path: needed(positionals[0], 'a file or a folder'),
		notice,
		into: needed(values.into, '--into <folder>, the content folder'),
	};
};

const one = <T extends string>(value: string, known: readonly T[], option: string): T => {
	const found = known.find((it) => it === value);
	if (found) return found;
	throw new UsageError(`${option}: expected one of ${known.join(', ')}, found '${value}'.`);
};

const zoneOf = (value: string): string => {
	const zone = zoneField.safeParse(value);
	if (zone.success) return zone.data;
	throw new UsageError(`--zone: expected an IANA time zone such as America/Los_Angeles, found '${value}'.`);
};

const baseOf = (value: string | undefined): string | undefined => {
	if (value === undefined || (URL.canParse(value) && /^https?:/.test(value))) return value;
	throw new UsageError(`--base: expected an address such as https://www.example.org/privacy/, found '${value}'.`);
};

const controllerOf = ({ controller }: Values, { organisation }: Existing): Settings['controller'] => {
	if (controller) return { name: controller, guessedFrom: null };
	return organisation ? { name: organisation, guessedFrom: 'the name in organisation.yaml' } : null;
};

/** How texts are read: as was asked, else as the folder says already. */
export const settingsOf = (values: Values, existing: Existing): Settings => {
	return {
		notice: values.notice,
		title: values.title,
		controller: controllerOf(values, existing),
		base: baseOf(values.base),
		zone: zoneOf(values.zone ?? existing.zone ?? 'UTC'),
		locale: one(values.locale ?? existing.locale ?? 'en', labelledLocales, '--locale'),
		keepAll: values['keep-all'],
	};
};
