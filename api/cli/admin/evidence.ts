import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { knownAt } from '../../../schema/notice/known.ts';
import { signEvidence } from '../../../schema/provenance/evidence.ts';
import { parseReceiptCode, type ReceiptCode } from '../../../schema/receipt.ts';
import { readLibrary } from '../../../schema/source/library.ts';
import { takeEvidence } from '../../service/evidence.ts';
import { loadSigningKeys } from '../../signing-key.ts';
import { logCheckUsage, readLogCheck } from './evidence-check.ts';
import type { AdminScope, Subject } from './subject.ts';

const options = {
	notice: { type: 'string' },
	version: { type: 'string' },
	receipt: { type: 'string' },
	out: { type: 'string' },
	json: { type: 'boolean', default: false },
} as const;

const codeOf = (typed: string | undefined): ReceiptCode | null => {
	const code = typed === undefined ? null : parseReceiptCode(typed);
	if (typed !== undefined && !code) {
		throw new TypeError('--receipt: expected a code of 16 letters and digits, such as 7K3M-9QXA-20FD-WB5T');
	}
	return code;
};

/** What is asked for, read before anything is opened; throws TypeError where something is missing. */
const readOptions = (args: string[]) => {
	const { notice, version, receipt, out, json } = parseArgs({ args, options }).values;
	if (!notice) throw new TypeError('--notice: name a notice, such as --notice california');
	if (!version) throw new TypeError('--version: name a version, such as --version 2026-09-01');
	return { asked: { notice, version, code: codeOf(receipt) }, out, json };
};

/** Writes the file; says why where there is no such version or receipt, and lets the command end with 1. */
const write = async (
	{ asked, out, json }: ReturnType<typeof readOptions>,
	{ config, store, now }: AdminScope,
): Promise<void> => {
	const library = knownAt((await readLibrary(config.contentDir)).library, now);
	const { key } = loadSigningKeys(config.signingKey, config.dataDir, (line) => console.error(line));
	const taken = await takeEvidence({ store, library, now, site: config.publicUrl }, asked);
	if (!taken.ok) {
		console.error(taken.why);
		process.exitCode = 1;
		return;
	}
	const name = `${asked.notice}-${asked.version}-${now.replace(/\D/g, '')}.json`;
	const file = out ? resolve(out) : join(config.dataDir, 'evidence', name);
	mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
	writeFileSync(file, signEvidence(taken.value, key), { mode: 0o600 });
	console.log(
		json ? JSON.stringify({ file, kid: key.publicJwk.kid }) : `Written to ${file}, signed with ${key.publicJwk.kid}.`,
	);
};

/** One signed file for a dispute. */
export const evidence: Subject = {
	usage: `  npm run admin -- evidence --notice <slug> --version <version> [--receipt <code>] [--out <file>]
        writes what the version said, who was told of it and, with a receipt code, what that person asked and was sent
        (kinds and times only) into one signed file; 'npm run notice -- verify <file>' checks it anywhere.
        That it was taken is recorded.
${logCheckUsage}`,
	read(args) {
		if (args[0] === 'check') return readLogCheck(args.slice(1));
		const asked = readOptions(args);
		return (scope) => write(asked, scope);
	},
};
