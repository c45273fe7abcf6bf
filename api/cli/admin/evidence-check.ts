import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { checkEventLog, type LogCheck } from '../../service/event-log-check.ts';
import { loadSigningKeys } from '../../signing-key.ts';
import type { AdminScope } from './subject.ts';

const options = {
	checkpoint: { type: 'string', multiple: true, default: [] as string[] },
	json: { type: 'boolean', default: false },
} as const;

export const logCheckUsage = `  npm run admin -- evidence check [--checkpoint <file>]...
        reads the log of events through and finds what was changed, taken out or put in. A checkpoint that was published
        earlier (a copy of /.well-known/noticekeeper-checkpoint.json) finds a log that was shortened or written anew.`;

const read = (file: string): string => {
	try {
		return readFileSync(file, 'utf8');
	} catch {
		throw new TypeError(`--checkpoint: there is no file ${file} that can be read`);
	}
};

const linesOf = ({ sealed, waiting, findings }: LogCheck): string[] => [
	...findings.map((finding) => `✗ ${finding}`),
	`${findings.length === 0 ? 'The log is whole' : 'The log is not whole'}: ${sealed} events in the chain${waiting > 0 ? `, ${waiting} more wait for the next round` : ''}.`,
];

/** Checks the log; says each finding and lets the command end with 1 where there is one. */
export const readLogCheck = (args: string[]) => {
	const { checkpoint, json } = parseArgs({ args, options }).values;
	const published = new Map(checkpoint.map((file) => [file, read(file)]));
	return async ({ config, store }: AdminScope): Promise<void> => {
		const keys = loadSigningKeys(config.signingKey, config.dataDir, (line) => console.error(line));
		const checked = await checkEventLog(store, keys.published.keys, published);
		console.log(json ? JSON.stringify(checked) : linesOf(checked).join('\n'));
		process.exitCode = checked.findings.length === 0 ? 0 : 1;
	};
};
