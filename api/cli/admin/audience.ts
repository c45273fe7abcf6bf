import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { z } from 'zod';
import {
	audienceInput,
	deliveryReportInput,
	mostAddressees,
	parseAudienceCsv,
} from '../../../schema/audience/submission.ts';
import { readLibrary } from '../../../schema/source/library.ts';
import { audienceRecord, handOverAudience, recordDeliveryReport } from '../../service/audience.ts';
import type { Environment } from '../../service/environment.ts';
import type { Result } from '../../service/result.ts';
import type { AdminScope, Subject } from './subject.ts';

const options = {
	notice: { type: 'string' },
	version: { type: 'string' },
	csv: { type: 'string' },
	by: { type: 'string' },
	'sent-on': { type: 'string' },
	sent: { type: 'string' },
	delivered: { type: 'string' },
	failed: { type: 'string' },
	sha256: { type: 'string' },
	json: { type: 'boolean', default: false },
} as const;

type Values = ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];
type Action = (environment: Environment, values: Values) => Promise<void>;

const read = (file: string | undefined) => {
	if (!file) throw new TypeError('--csv: name a file with an e-mail address in each line');
	try {
		return readFileSync(file, 'utf8');
	} catch {
		throw new TypeError(`--csv: cannot read ${file}; name a file that this user may read`);
	}
};

/** All of the file or nothing of it: whoever mends a line hands the whole file over again. */
const peopleIn = (file: string | undefined) => {
	const { people, flaws } = parseAudienceCsv(read(file));
	if (flaws.length === 0 && people.length > 0) return people;
	const [first] = flaws;
	const more = flaws.length > 1 ? ` And ${flaws.length - 1} more lines.` : '';
	throw new TypeError(
		first ? `--csv: line ${first.line}: ${first.message}${more} Nobody was added.` : '--csv: the file names nobody',
	);
};

/** What a service did; says why where it did nothing, and lets the command end with 1. */
const doneOr = <T>(result: Result<T>): T | null => {
	if (result.ok) return result.value;
	console.error(result.refusal.message);
	process.exitCode = 1;
	return null;
};

const parsed = <Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> => {
	const result = schema.safeParse(input);
	if (result.success) return result.data;
	const [issue] = result.error.issues;
	throw new TypeError(`--${String(issue?.path[0] ?? '').replace('sentOn', 'sent-on')}: ${issue?.message}`);
};

const add: Action = async (environment, { notice, version, csv, json }) => {
	const people = peopleIn(csv);
	let [added, known] = [0, 0];
	for (let from = 0; from < people.length; from += mostAddressees) {
		const some = parsed(audienceInput, { notice, version, people: people.slice(from, from + mostAddressees) });
		const handed = doneOr(await handOverAudience(environment, some));
		if (!handed) return;
		[added, known] = [added + handed.added, known + handed.known];
	}
	console.log(json ? JSON.stringify({ added, known }) : `${added} added, ${known} known before. Delete the file now.`);
};

const report: Action = async (
	environment,
	{ notice, version, by, sent, delivered, failed, sha256, json, ...values },
) => {
	const numbers = { sent: Number(sent), delivered: Number(delivered), failed: Number(failed) };
	const input = { notice, version, by, sentOn: values['sent-on'], sha256, ...numbers };
	const recorded = doneOr(await recordDeliveryReport(environment, parsed(deliveryReportInput, input)));
	if (recorded) console.log(json ? JSON.stringify(recorded) : 'Recorded.');
};

const show: Action = async ({ store }, { notice = '', version = '', json }) => {
	const events = await audienceRecord(store, { notice, version });
	if (json) return console.log(JSON.stringify(events));
	if (events.length === 0) return console.log('Nobody has been handed over for this version.');
	for (const { at, type, ...numbers } of events) console.log(`${at}  ${type}  ${JSON.stringify(numbers)}`);
};

const actions: Record<string, Action> = { add, report, show };

const environmentOf = async ({ config, store, now }: AdminScope): Promise<Environment> => ({
	store,
	now,
	library: (await readLibrary(config.contentDir)).library,
	// The running server looks for letters by itself.
	afterCommit: () => {},
});

/** People whom a change affects, to be told of it once. */
export const audience: Subject = {
	usage: `  npm run admin -- audience add --notice <slug> --version <version> --csv <file>
        hands over whom a change affects: an e-mail address in each line and, after a comma, perhaps a language. Each is
        written to once; all are erased when the change is in force
  npm run admin -- audience report --notice <slug> --version <version> --by <mailer> --sent-on <date>
        --sent <n> --delivered <n> --failed <n> --sha256 <of the report>     records that another mailer told them
  npm run admin -- audience show --notice <slug> --version <version>         what was done, in numbers`,
	read(args) {
		const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
		const action = Object.hasOwn(actions, positionals[0] ?? '') ? actions[positionals[0] ?? ''] : undefined;
		return action ? async (scope) => action(await environmentOf(scope), values) : null;
	},
};
