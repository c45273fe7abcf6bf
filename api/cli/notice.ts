import { ConfigurationError } from '../config.ts';
import { check } from './notice/check.ts';
import { type Command, UsageError } from './notice/command.ts';
import { diff } from './notice/diff.ts';
import { importNotice } from './notice/import.ts';
import { newVersion } from './notice/new.ts';
import { preview } from './notice/preview.ts';
import { publish } from './notice/publish.ts';
import { review } from './notice/review.ts';
import { verify } from './notice/verify.ts';

/** Every command; its file under notice/ says all about it. */
const commands: Readonly<Record<string, Command>> = {
	new: newVersion,
	check,
	diff,
	import: importNotice,
	preview,
	publish,
	review,
	verify,
};

const usage = `Usage: npm run notice -- <command> [options]

Commands
${Object.entries(commands)
	.map(([name, { summary }]) => `  ${name.padEnd(9)} ${summary}`)
	.join('\n')}

Each has --help. Exit codes: 0 fine, 1 something in the content is wrong, 2 used wrongly.`;

const usedWrongly = (message: string): number => {
	console.error(`${message}\nTry: npm run notice -- --help`);
	return 2;
};

const isHelp = (argument: string | undefined) => argument === '--help' || argument === '-h';

/** Runs the command that the arguments name; the number is the exit code. */
const run = async ([name, ...rest]: string[]): Promise<number> => {
	const command = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined;
	if (isHelp(name)) console.log(usage);
	else if (!command) return usedWrongly(name ? `There is no command '${name}'.` : 'Name a command.');
	else if (rest.some(isHelp))
		console.log(`npm run notice -- ${name}\n\n${command.summary}\n\nOptions\n${command.help}`);
	else return command.run(rest);
	return 0;
};

const isWrongUse = (error: unknown): error is Error =>
	error instanceof UsageError ||
	error instanceof ConfigurationError ||
	(error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'));

try {
	process.exitCode = await run(process.argv.slice(2));
} catch (error) {
	if (!isWrongUse(error)) throw error;
	process.exitCode = usedWrongly(error.message);
}
