import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Person, PostgresReach, Table } from '../../schema/system/system.ts';

/** A column by table and name: unqualified, a name that is missing here would be looked for around a subquery. */
const columnOf = (table: string, column: string) => sql.ref(`${table}.${column}`);

/** Whether a column holds a point's value; case counts in everything but addresses. */
const holds = (table: string, column: string, point: string, value: string): RawBuilder<SqlBool> =>
	point === 'email'
		? sql<SqlBool>`lower(${columnOf(table, column)}::text) = lower(${value})`
		: sql<SqlBool>`${columnOf(table, column)}::text = ${value}`;

/** Each of the given points that the columns can hold, and whether they do. */
export const agreements = (
	table: string,
	columns: Table['match'],
	person: Person,
): { point: string; agrees: RawBuilder<SqlBool> }[] =>
	Object.entries(columns).flatMap(([point, column]) => {
		const value = person[point];
		return value === undefined ? [] : [{ point, agrees: holds(table, column, point, value) }];
	});

/** The condition that a person's rows of a table fulfil; null where no point is given by which they are found. */
export const personRows = (reach: PostgresReach, table: Table, person: Person): RawBuilder<SqlBool> | null => {
	const { of, name } = table;
	if (!of) {
		const given = agreements(name, table.match, person).map(({ agrees }) => agrees);
		return given.length ? sql<SqlBool>`${sql.join(given, sql` and `)}` : null;
	}
	const owner = reach.tables.find((it) => it.name === of.table);
	const owned = owner ? personRows(reach, owner, person) : null;
	if (!owned) return null;
	const keys = sql`select ${columnOf(of.table, of.key)} from ${sql.table(of.table)} where ${owned}`;
	return sql<SqlBool>`${columnOf(name, of.column)} in (${keys})`;
};
