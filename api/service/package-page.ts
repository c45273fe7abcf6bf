import { valueText } from '../../schema/csv.ts';
import type { PlainDate } from '../../schema/time.ts';
import type { ExportedTable } from '../connectors/connector.ts';
import type { Answer, SystemExport } from './package-answers.ts';

/** What the page of a package says. */
export interface PackagePage {
	organisation: string;
	/** Title of the notice, and its version that was promised by. */
	notice: string;
	version: string;
	/** A calendar date. */
	madeOn: string;
	sinceOn: PlainDate | null;
	answers: readonly Answer[];
	systems: readonly SystemExport[];
}

const escaped = (text: string): string =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const style = `:root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:auto;padding:1rem}
h2{margin-top:2.5rem}dt{font-weight:600;margin-top:.75rem}dd{margin:0;overflow-wrap:anywhere}
.row{border-top:1px solid;padding:.25rem 0 1rem}small{opacity:.8}`;

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const definition = (term: string, says: readonly string[]) =>
	`<dt>${escaped(term)}</dt>${says.map((it) => `<dd>${escaped(it)}</dd>`).join('')}`;

const answerPart = ({ title, lines }: Answer): string => {
	const isPlain = lines.every(({ says }) => !says.length);
	const items = isPlain
		? `<ul>${lines.map(({ category }) => `<li>${escaped(category)}</li>`).join('')}</ul>`
		: `<dl>${lines.map(({ category, says }) => definition(category, says)).join('')}</dl>`;
	return `<h2>${escaped(capital(title))}</h2>${lines.length ? items : '<p>None.</p>'}`;
};

const rowPart = ({ columns }: ExportedTable, row: Record<string, unknown>): string =>
	`<dl class="row">${columns.map(({ name, label }) => definition(label, [valueText(row[name]) || '—'])).join('')}</dl>`;

const tablePart = (system: SystemExport, table: ExportedTable): string => {
	const count = table.rows.length === 1 ? '1 entry' : `${table.rows.length} entries`;
	return `<h3>${escaped(system.name)}: ${escaped(table.table)} <small>(${count})</small></h3>${table.rows
		.map((row) => rowPart(table, row))
		.join('')}`;
};

/** One page of HTML without script, style or picture from elsewhere. */
export const pageOf = ({
	organisation,
	notice,
	version,
	madeOn,
	sinceOn,
	answers,
	systems,
}: PackagePage): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>What ${escaped(organisation)} holds about you</title><style>${style}</style></head>
<body><main><h1>What ${escaped(organisation)} holds about you</h1>
<p>Made on ${escaped(madeOn)}, as version ${escaped(version)} of the notice “${escaped(notice)}” promises.${sinceOn ? ` You asked to know what was collected since ${sinceOn}.` : ''} The same information is in data.json and in the files that end in .csv, for other programs.</p>
<p>Some kinds of information may never be sent, such as social security numbers and passwords. Where we hold one, it says so in its place (11 CCR § 7024(d)).</p>
${answers.map(answerPart).join('\n')}
<h2>The pieces of information themselves</h2>
${systems.flatMap((system) => system.tables.map((table) => tablePart(system, table))).join('\n')}
</main></body></html>
`;
