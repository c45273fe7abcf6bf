import type { Insertable } from 'kysely';
import type { Database } from './tables.ts';
import type { WriteTx } from './transactions.ts';

/** What a submission adds to; what is referred to stands before what refers to it. */
const tables = ['personal', 'receipt', 'event', 'request', 'objection', 'timer', 'outbox'] as const;

type AddedTable = (typeof tables)[number];

/** New rows by table. */
export type Additions = { [Table in AddedTable]?: Insertable<Database[Table]>[] };

/** Inserts what several submissions add, with one statement for each table; throws where any row is there already. */
export const insertAdditions = async (trx: WriteTx, additions: readonly Additions[]): Promise<void> => {
	for (const table of tables) {
		const rows = additions.flatMap((it): Insertable<Database[AddedTable]>[] => it[table] ?? []);
		if (rows.length > 0) await trx.insertInto<AddedTable>(table).values(rows).execute();
	}
};
