import type { Library, Notice } from '../../../schema/notice/model.ts';
import { fromEpoch, type Instant, instant } from '../../../schema/time.ts';
import { readConfig } from '../../config.ts';

/** One command of `npm run notice --`. */
export interface Command {
	/** One line of the list of commands. */
	summary: string;
	/** What `--help` prints below the usage line. */
	help: string;
	/** The number is the exit code: 0 fine, 1 the thing checked is wrong, 2 used wrongly. */
	run: (args: string[]) => Promise<number>;
}

/** A command used wrongly: the message names what was expected; exit 2. */
export class UsageError extends Error {
	override name = 'UsageError';
}

/** Options that every command which reads a content folder has. */
export const contentOptions = {
	content: { type: 'string' },
	json: { type: 'boolean', default: false },
} as const;

export const contentHelp = `  --content <folder>  The content folder (else CONTENT_DIR, else ./content).
  --json              Print JSON.
  --help              Print this.`;

/** The content folder that is meant. */
export const contentDirOf = (values: { content?: string | undefined }): string =>
	values.content ?? readConfig().contentDir;

/** The one notice that a command names; throws UsageError where it names none or another number of them. */
export const noticeNamed = ({ notices }: Library, names: readonly string[]): Notice => {
	const known = notices.map((it) => it.slug).join(', ');
	const [slug, ...more] = names;
	if (!slug || more.length) throw new UsageError(`Name one notice: ${known}.`);
	const notice = notices.find((it) => it.slug === slug);
	if (!notice) throw new UsageError(`There is no notice '${slug}'. Name one of ${known}.`);
	return notice;
};

export const atOption = { at: { type: 'string' } } as const;

export const atHelp = '  --at <instant>      As if it were that instant, such as 2027-03-01T09:00:00-08:00.';

/** The instant that is meant, or now; throws UsageError where it is none. */
export const instantOf = ({ at }: { at?: string | undefined }): Instant => {
	if (at === undefined) return fromEpoch(Date.now());
	try {
		return instant(at);
	} catch {
		throw new UsageError(`--at: expected an instant such as 2027-03-01T09:00:00-08:00, found '${at}'.`);
	}
};

export const printJson = (value: unknown): void => console.log(JSON.stringify(value, null, '\t'));
