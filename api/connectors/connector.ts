import type { Column, Correction, Person } from '../../schema/system/system.ts';

/** What was found or done in a table; `rows` is null where no point was given by which its rows are found. */
export interface TableCount {
	table: string;
	rows: number | null;
}

/** A person's rows of a table, as JSON holds them. */
export interface ExportedTable {
	table: string;
	columns: { name: string; label: string; category: Column['category'] }[];
	rows: Record<string, unknown>[];
}

/** What can be done with a person's data in one system, whatever the way to it. */
export interface Connector {
	/** Of the system. */
	id: string;
	/** Their names. */
	tables: readonly string[];
	/** How many rows of a person each table has. */
	find(person: Person): Promise<TableCount[]>;
	/** Which of the points that a person gave are right together, table by table; for verification. */
	matches(person: Person): Promise<{ table: string; points: string[] }[]>;
	/** A person's rows of each table that could be searched. */
	exportRows(person: Person): Promise<ExportedTable[]>;
	/** Erases a person; unless `keep`, it is done and taken back. */
	erase(person: Person, keep: boolean): Promise<TableCount[]>;
	/** Sets one column in a person's rows; unless `keep`, it is done and taken back. */
	correct(person: Person, correction: Correction, keep: boolean): Promise<TableCount>;
	/** Whether some of what was found stays after an erasure. */
	keeps(found: readonly TableCount[]): boolean;
}

/** Whether any row was found. */
export const anyHeld = (tables: readonly TableCount[]): boolean => tables.some(({ rows }) => (rows ?? 0) > 0);
