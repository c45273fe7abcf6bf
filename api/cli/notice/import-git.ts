import { execFileSync } from 'node:child_process';
import { basename, dirname } from 'node:path';
import { instant } from '../../../schema/time.ts';
import { UsageError } from './command.ts';
import { type DatedText, decode, formatOf } from './import-files.ts';

/** A long history of a long text is some hundred megabytes at the most. */
const maxBuffer = 512 * 1024 * 1024;

const git = (folder: string, ...args: string[]): Buffer =>
	execFileSync('git', ['-C', folder, '-c', 'core.quotePath=false', ...args], {
		maxBuffer,
		stdio: ['ignore', 'pipe', 'pipe'],
	});

const reasonOf = (error: unknown) => String((error as { stderr?: Buffer }).stderr ?? error).trim();

interface Commit {
	hash: string;
	at: string;
	/** `D` where the file was deleted, else how it was changed. */
	status: string;
	/** The file's path then, from the top of the repository. */
	path: string;
}

/** The commits that changed a file, renames followed, a merge counting as the one change that it brought; oldest first. */
const commitsOf = (folder: string, file: string): Commit[] => {
	const log = git(
		folder,
		'log',
		'--follow',
		'--first-parent',
		'-m',
		'--format=%x01%H %cI',
		'--name-status',
		'--',
		file,
	);
	return log
		.toString('utf8')
		.split('\u0001')
		.flatMap((entry): Commit[] => {
			const [head = '', ...rest] = entry.split('\n');
			const [hash = '', at = ''] = head.split(' ');
			const [status = '', ...paths] = rest.find((it) => it.includes('\t'))?.split('\t') ?? [];
			const path = paths.at(-1);
			return path ? [{ hash, at, status, path }] : [];
		})
		.toReversed();
};

const textOf = (folder: string, { hash, at, path }: Commit): DatedText => ({
	name: `${basename(path)} of commit ${hash.slice(0, 10)}`,
	format: formatOf(path),
	text: decode(git(folder, 'show', `${hash}:${path}`), `${path} in commit ${hash.slice(0, 10)}`),
	effectiveAt: instant(at),
});

/** The texts that a file had in the history of its repository, earliest first; a deletion is no text. */
export const readGitHistory = (path: string): DatedText[] => {
	const folder = dirname(path);
	let commits: Commit[];
	try {
		commits = commitsOf(folder, basename(path));
	} catch (error) {
		throw new UsageError(`${path}: git could not tell its history: ${reasonOf(error)}`);
	}
	if (!commits.length) throw new UsageError(`${path}: no commit has this file. Commit it first, or leave --git out.`);
	return commits.filter((it) => it.status !== 'D').map((it) => textOf(folder, it));
};
