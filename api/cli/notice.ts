import { parseArgs } from 'node:util';
import { type Instant, instant } from '../../schema/time.ts';
import { ConfigurationError, readConfig } from '../config.ts';
import { check, publish, verify } from './notice-commands.ts';

const help = `Usage: npm run notice -- <command> [options]

Commands
  check     Say what is wrong with the notices, by file, line and field.
  publish   Enter every text announced by now into ledger.json, where it stays as it is. Refuses while check finds errors.
  verify    Prove that the ledger's chain is whole and that no published text has changed.

Options
  --content <folder>  The content folder (else CONTENT_DIR, else ./content).
  --at <instant>      publish as if it were that instant, such as 2027-03-01T09:00:00-08:00.
  --imported          publish as history that was public elsewhere before: its own dates stand.
  --json              Print JSON.
  --help              Print this.

Exit codes: 0 fine, 1 something in the content is wrong, 2 used wrongly.`;

const commands = { check, publish, verify } as const;

const usedWrongly = (message: string): number => {
	console.error(`${message}\nTry: npm run notice -- --help`);
	return 2;
};

const parse = (args: string[]) =>
	parseArgs({
		args,
		allowPositionals: true,
		options: {
			content: { type: 'string' },
			at: { type: 'string' },
			imported: { type: 'boolean', default: false },
			json: { type: 'boolean', default: false },
			help: { type: 'boolean', short: 'h', default: false },
		},
	});

const instantOf = (text: string | undefined): Instant | null => {
	try {
		return instant(text ?? new Date().toISOString());
	} catch {
		return null;
	}
};

/** Runs the command that the arguments name; the number is the exit code. */
const run = async (args: string[]): Promise<number> => {
	const { values, positionals } = parse(args);
	const [name, ...more] = positionals;
	if (values.help) {
		console.log(help);
		return 0;
	}
	if (!name || !Object.hasOwn(commands, name) || more.length) {
		return usedWrongly(name ? `There is no command '${positionals.join(' ')}'.` : 'Name a command.');
	}
	if (name !== 'publish' && (values.at || values.imported))
		return usedWrongly('--at and --imported belong to publish.');
	const now = instantOf(values.at);
	if (!now) return usedWrongly(`--at: expected an instant such as 2027-03-01T09:00:00-08:00, found '${values.at}'.`);
	const contentDir = values.content ?? readConfig().contentDir;
	// Which names there are was asked above.
	return commands[name as keyof typeof commands]({ contentDir, now, imported: values.imported, json: values.json });
};

try {
	process.exitCode = await run(process.argv.slice(2));
} catch (error) {
	const code = error instanceof Error && 'code' in error ? String(error.code) : '';
	if (!(error instanceof ConfigurationError) && !code.startsWith('ERR_PARSE_ARGS')) throw error;
	process.exitCode = usedWrongly((error as Error).message);
}
