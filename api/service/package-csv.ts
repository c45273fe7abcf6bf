import { csvLines } from '../../schema/csv.ts';
import type { ExportedTable } from '../connectors/connector.ts';

/** A table as RFC 4180 has it; spreadsheets run nothing in it. */
export const csvOf = ({ columns, rows }: ExportedTable): string => {
	const names = columns.map(({ name }) => name);
	const lines = [names, ...rows.map((row) => names.map((name) => row[name]))];
	return csvLines(lines);
};
