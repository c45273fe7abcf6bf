import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { CsvError, parse } from 'csv-parse/sync';
import { type MovingKind, movingKinds, movingRows } from '../../../schema/moving.ts';
import { readLibrary } from '../../../schema/source/library.ts';
import type { Caller } from '../../service/environment.ts';
import { type Moved, movers } from '../../service/moving.ts';
import type { Result } from '../../service/result.ts';
import type { WriteTx } from '../../store/transactions.ts';
import type { AdminScope, Subject } from './subject.ts';

const options = {
	csv: { type: 'string' },
	keep: { type: 'boolean', default: false },
	json: { type: 'boolean', default: false },
} as const;

/** What became of one line, or would; neither quotes the line. */
interface Report {
	line: number;
	outcome: 'new' | 'known' | 'wrong';
	note: string;
}

/** Thrown to take back what a trial has written. */
class Trial extends Error {}

const read = (file: string | undefined): string => {
	if (!file) throw new TypeError('--csv: name a file whose first line names its columns');
	try {
		return readFileSync(file, 'utf8');
	} catch {
		throw new TypeError(`--csv: cannot read ${file}; name a file that this user may read`);
	}
};

interface Line {
	line: number;
	cells: Record<string, string>;
}

const linesOf = (text: string): Line[] => {
	try {
		const rows = parse(text, { bom: true, columns: true, info: true, skip_empty_lines: true, trim: true });
		// With `info`, each row is its cells and where it stood.
		return (rows as unknown as { record: Record<string, string>; info: { lines: number } }[]).map(
			({ record, info }) => ({ line: info.lines, cells: record }),
		);
	} catch (error) {
		if (error instanceof CsvError)
			throw new TypeError(`--csv: no CSV file: ${error.code}, line ${String(error.lines)}`);
		throw error;
	}
};

const flaw = (line: number, path: readonly PropertyKey[], message: string): Report => ({
	line,
	outcome: 'wrong',
	note: `${path.map(String).join('.') || 'the line'}: ${message}`,
});

const reportOf = (line: number, moved: Result<Moved>): Report => {
	if (!moved.ok) return flaw(line, moved.refusal.path, moved.refusal.message);
	return { line, outcome: moved.value.isNew ? 'new' : 'known', note: moved.value.note };
};

const moveOne = async <Kind extends MovingKind>(
	trx: WriteTx,
	caller: Caller,
	kind: Kind,
	{ line, cells }: Line,
): Promise<Report> => {
	const parsed = movingRows[kind].safeParse(cells);
	if (!parsed.success) {
		const [issue] = parsed.error.issues;
		return flaw(line, issue?.path ?? [], issue?.message ?? 'cannot be read');
	}
	// What the schema of a kind gives is what its mover takes.
	const move = movers[kind] as (trx: WriteTx, caller: Caller, row: unknown) => Promise<Result<Moved>>;
	return reportOf(line, await move(trx, caller, parsed.data));
};

/** All lines in one transaction: kept together where none is wrong and it is wanted, else none of them. */
const moveAll = async (caller: Caller, kind: MovingKind, lines: readonly Line[], keep: boolean): Promise<Report[]> => {
	let reports: Report[] = [];
	try {
		await caller.store.write(async (trx) => {
			reports = [];
			for (const line of lines) reports.push(await moveOne(trx, caller, kind, line));
			if (!keep || reports.some(({ outcome }) => outcome === 'wrong')) throw new Trial();
		});
	} catch (error) {
		if (!(error instanceof Trial)) throw error;
	}
	return reports;
};

const callerOf = async ({ config, store, now }: AdminScope): Promise<Caller> => ({
	store,
	now,
	library: (await readLibrary(config.contentDir)).library,
	afterCommit: () => {},
	clientAddress: '',
	locale: null,
	browser: null,
	staffBrowser: null,
	signal: false,
});

const countOf = (reports: readonly Report[], outcome: Report['outcome']) =>
	reports.filter((it) => it.outcome === outcome).length;

const closing = (reports: readonly Report[], keep: boolean): string => {
	const counts = `${countOf(reports, 'new')} new, ${countOf(reports, 'known')} known before, ${countOf(reports, 'wrong')} wrong.`;
	if (countOf(reports, 'wrong') > 0) return `${counts} Nothing was kept. Mend these lines and run it again.`;
	return keep ? `${counts} All are kept. Delete the file now.` : `${counts} Nothing was kept: add --keep to keep them.`;
};

const run = async (scope: AdminScope, kind: MovingKind, csv: string | undefined, keep: boolean, json: boolean) => {
	const lines = linesOf(read(csv));
	if (lines.length === 0) throw new TypeError('--csv: the file has no line after its first');
	const reports = await moveAll(await callerOf(scope), kind, lines, keep);
	const isWrong = countOf(reports, 'wrong') > 0;
	if (json) console.log(JSON.stringify({ kept: keep && !isWrong, lines: reports }));
	else {
		for (const { line, outcome, note } of reports) console.log(`line ${line}: ${outcome}: ${note}`);
		console.log(closing(reports, keep));
	}
	if (isWrong) process.exitCode = 1;
};

/** What comes over from another system, with its own dates. */
export const moving: Subject = {
	usage: `  npm run admin -- import requests|optouts|subscribers|objections --csv <file> [--keep]
        takes over what another system held, with its dates: a report for each line, and nothing kept without --keep or
        where a line is wrong. Nobody is written to. The columns stand in the guide, under "Moving in"`,
	read(args) {
		const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
		const kind = movingKinds.find((it) => it === positionals[0]);
		return kind && positionals.length === 1 ? (scope) => run(scope, kind, values.csv, values.keep, values.json) : null;
	},
};
