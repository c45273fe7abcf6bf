import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { knownAt } from '../../../schema/notice/known.ts';
import { signEvidence } from '../../../schema/provenance/evidence.ts';
import { parseReceiptCode, type ReceiptCode } from '../../../schema/receipt.ts';
import { readLibrary } from '../../../schema/source/library.ts';
import type { Instant } from '../../../schema/time.ts';
import type { Config } from '../../config.ts';
import { takeEvidence } from '../../service/evidence.ts';
import { loadSigningKeys } from '../../signing-key.ts';
import type { Store } from '../../store/open.ts';

export const evidenceUsage = `  npm run admin -- evidence --notice <slug> --version <version> [--receipt <code>] [--out <file>]
        writes what the version said, who was told of it and, with a receipt code, what that person asked and was sent
        (kinds and times only) into one signed file; 'npm run notice -- verify <file>' checks it anywhere.
        That it was taken is recorded.`;

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
export const readEvidenceOptions = (args: string[]) => {
	const { notice, version, receipt, out, json } = parseArgs({ args, options }).values;
	if (!notice) throw new TypeError('--notice: name a notice, such as --notice california');
	if (!version) throw new TypeError('--version: name a version, such as --version 2026-09-01');
	return { asked: { notice, version, code: codeOf(receipt) }, out, json };
};

/** Writes the file; answers the exit code: 0 written, 1 there is no such version or receipt. */
export const evidence = async (
	{ asked, out, json }: ReturnType<typeof readEvidenceOptions>,
	config: Config,
	store: Store,
	now: Instant,
): Promise<number> => {
	const library = knownAt((await readLibrary(config.contentDir)).library, now);
	const { key } = loadSigningKeys(config.signingKey, config.dataDir, (line) => console.error(line));
	const taken = await takeEvidence({ store, library, now, site: config.publicUrl }, asked);
	if (!taken.ok) {
		console.error(taken.why);
		return 1;
	}
	const name = `${asked.notice}-${asked.version}-${now.replace(/\D/g, '')}.json`;
	const file = out ? resolve(out) : join(config.dataDir, 'evidence', name);
	mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
	writeFileSync(file, signEvidence(taken.value, key), { mode: 0o600 });
	console.log(
		json ? JSON.stringify({ file, kid: key.publicJwk.kid }) : `Written to ${file}, signed with ${key.publicJwk.kid}.`,
	);
	return 0;
};
