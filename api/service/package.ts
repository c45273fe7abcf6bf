import { strToU8, type Zippable, zipSync } from 'fflate';
import type { Promises } from '../../schema/notice/frontmatter.ts';
import { withhold } from '../../schema/system/withhold.ts';
import { dateIn, type Instant, type PlainDate } from '../../schema/time.ts';
import { answersFor, type SystemExport } from './package-answers.ts';
import { csvOf } from './package-csv.ts';
import { pageOf } from './package-page.ts';

/** What a package is made of. */
export interface PackageInput {
	organisation: string;
	/** Title of the notice. */
	notice: string;
	version: string;
	/** In which the day is told. */
	zone: string;
	promises: Promises;
	madeAt: Instant;
	/** Since when the person asks for what was collected; null where no day was named. */
	sinceOn: PlainDate | null;
	systems: readonly SystemExport[];
}

const withheld = ({ id, name, tables }: SystemExport): SystemExport => ({
	id,
	name,
	tables: tables.map((table) => ({
		...table,
		rows: table.rows.map((row) =>
			Object.fromEntries(Object.entries(row).map(([column, value]) => [column, withhold(value)])),
		),
	})),
});

const csvFiles = (systems: readonly SystemExport[]): [string, string][] =>
	systems.flatMap(({ id, tables }) =>
		tables.map((table): [string, string] => [`${id}-${table.table}.csv`, csvOf(table)]),
	);

/**
 * A zip for the person: what the notice lists of an access answer and every piece found, as a page (index.html), as JSON
 * (data.json) and as one CSV for each table. It holds nothing that may never be disclosed (11 CCR § 7024(d)).
 */
export const packageOf = ({ systems: found, promises, madeAt, zone, ...said }: PackageInput): Uint8Array => {
	const systems = found.map(withheld);
	const answers = answersFor(promises, systems);
	const madeOn = dateIn(madeAt, zone);
	const files: [string, string][] = [
		['index.html', pageOf({ ...said, madeOn, answers, systems })],
		['data.json', `${JSON.stringify({ ...said, madeAt, answers, systems }, null, '\t')}\n`],
		...csvFiles(systems),
	];
	const zippable: Zippable = Object.fromEntries(files.map(([name, text]) => [name, strToU8(text)]));
	return zipSync(zippable, { mtime: madeAt });
};
