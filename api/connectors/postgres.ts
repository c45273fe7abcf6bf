import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Column, Correction, Person, PostgresReach, Table } from '../../schema/system/system.ts';
import { heldStatement } from '../../schema/system/withhold.ts';
import { anyHeld, type Connector, type ExportedTable, type TableCount } from './connector.ts';
import { agreements, personRows } from './person-rows.ts';
import { inTransaction, SystemError } from './transaction.ts';

/** A system that is reached by PostgreSQL; `url` holds its secret. */
export interface PostgresSystem {
	id: string;
	url: string;
	reach: PostgresReach;
}

const countRows = (table: Table, where: RawBuilder<SqlBool>) =>
	sql<{ rows: number }>`select count(*)::int as rows from ${sql.table(table.name)} where ${where}`;

/** How many rows of a person each table has. */
export const find = (system: PostgresSystem, person: Person): Promise<TableCount[]> =>
	inTransaction(system, 'read', async (trx) => {
		const counts: TableCount[] = [];
		for (const table of system.reach.tables) {
			const where = personRows(system.reach, table, person);
			const counted = where && (await countRows(table, where).execute(trx));
			counts.push({ table: table.name, rows: counted?.rows[0]?.rows ?? null });
		}
		return counts;
	});

const reading = (table: Table, [name, { withheld }]: [string, Column]) => {
	const column = sql.ref(`${table.name}.${name}`);
	if (!withheld) return sql`${column} as ${sql.id(name)}`;
	const statement = heldStatement(withheld);
	return sql`case when ${column} is null then null else ${statement}::text end as ${sql.id(name)}`;
};

const selection = (table: Table, where: RawBuilder<SqlBool>) => {
	const columns = sql.join(Object.entries(table.columns).map((it) => reading(table, it)));
	return sql<Record<string, unknown>>`select ${columns} from ${sql.table(table.name)} where ${where}`;
};

/**
 * A person's rows of each table in which a point that is given finds rows; the others are left out. Of a withheld column
 * only whether there is a value leaves the database.
 */
export const exportRows = (system: PostgresSystem, person: Person): Promise<ExportedTable[]> =>
	inTransaction(system, 'read', async (trx) => {
		const exported: ExportedTable[] = [];
		for (const table of system.reach.tables) {
			const where = personRows(system.reach, table, person);
			if (!where) continue;
			const { rows } = await selection(table, where).execute(trx);
			const columns = Object.entries(table.columns).map(([name, { label = name, category }]) => ({
				name,
				label,
				category,
			}));
			exported.push({ table: table.name, columns, rows });
		}
		return exported;
	});

const assignments = (table: Table) =>
	Object.entries(table.columns).flatMap(([name, { erasedTo }]) =>
		erasedTo === undefined ? [] : [sql`${sql.id(name)} = ${erasedTo}`],
	);

const erasing = (table: Table, where: RawBuilder<SqlBool>) =>
	table.erase === 'rows'
		? sql`delete from ${sql.table(table.name)} where ${where}`
		: sql`update ${sql.table(table.name)} set ${sql.join(assignments(table))} where ${where}`;

/**
 * Erases a person as each table declares, in one transaction, and how many rows it reached; unless `keep`, everything is
 * done and taken back, so that what would be refused is refused. Rows that belong to others go before those.
 */
export const erase = (system: PostgresSystem, person: Person, keep: boolean): Promise<TableCount[]> =>
	inTransaction(system, keep ? 'keep' : 'try', async (trx) => {
		const counts: TableCount[] = [];
		for (const table of system.reach.tables.toReversed()) {
			if (table.erase === 'keep') continue;
			const where = personRows(system.reach, table, person);
			const done = where && (await erasing(table, where).execute(trx));
			counts.unshift({ table: table.name, rows: done ? Number(done.numAffectedRows ?? 0) : null });
		}
		return counts;
	});

const declared = ({ id, reach }: PostgresSystem, { table, column }: Correction): Table => {
	const found = reach.tables.find((it) => it.name === table);
	if (found && Object.hasOwn(found.columns, column)) return found;
	throw new SystemError(`${id}: systems.yaml declares no column ${column} of a table ${table}; name one that it does.`);
};

/** Sets a declared column in all of a person's rows of a table; unless `keep`, it is done and taken back. */
export const correct = async (
	system: PostgresSystem,
	person: Person,
	correction: Correction,
	keep: boolean,
): Promise<TableCount> => {
	const table = declared(system, correction);
	return inTransaction(system, keep ? 'keep' : 'try', async (trx) => {
		const where = personRows(system.reach, table, person);
		const change = sql`${sql.id(correction.column)} = ${correction.value}`;
		const done = where && (await sql`update ${sql.table(table.name)} set ${change} where ${where}`.execute(trx));
		return { table: table.name, rows: done ? Number(done.numAffectedRows ?? 0) : null };
	});
};

/** The points that agree on one and the same row: that row of the table on which most do. No value is read. */
const agreeing = (table: Table, person: Person) => {
	const asked = agreements(table.name, { ...table.match, ...table.confirm }, person);
	if (!asked.length) return null;
	const columns = asked.map(({ point, agrees }) => sql`coalesce(${agrees}, false) as ${sql.id(point)}`);
	const most = sql.join(
		asked.map(({ agrees }) => sql`coalesce(${agrees}, false)::int`),
		sql` + `,
	);
	return sql<
		Record<string, boolean>
	>`select ${sql.join(columns)} from ${sql.table(table.name)} order by ${most} desc limit 1`;
};

/** Which of the points that a person gave are right together, table by table; for verification. */
export const matches = (system: PostgresSystem, person: Person): Promise<{ table: string; points: string[] }[]> =>
	inTransaction(system, 'read', async (trx) => {
		const found: { table: string; points: string[] }[] = [];
		for (const table of system.reach.tables) {
			const { rows } = (await agreeing(table, person)?.execute(trx)) ?? { rows: [] };
			const points = Object.entries(rows[0] ?? {}).flatMap(([point, agrees]) => (agrees ? [point] : []));
			if (points.length) found.push({ table: table.name, points });
		}
		return found;
	});

/** The system by its declared tables. */
export const postgresConnector = (system: PostgresSystem): Connector => ({
	id: system.id,
	tables: system.reach.tables.map(({ name }) => name),
	find: (person) => find(system, person),
	matches: (person) => matches(system, person),
	exportRows: (person) => exportRows(system, person),
	erase: (person, keep) => erase(system, person, keep),
	correct: (person, correction, keep) => correct(system, person, correction, keep),
	keeps: (found) =>
		anyHeld(found.filter(({ table }) => system.reach.tables.find(({ name }) => name === table)?.erase === 'keep')),
});
