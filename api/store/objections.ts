import { sql } from 'kysely';
import { countedStatuses, type ObjectionDecision, type ObjectionStatus } from '../../schema/objection/vocabulary.ts';
import { StreamConflict } from './errors.ts';
import type { ObjectionRow } from './tables.ts';
import type { ReadTx, WriteTx } from './transactions.ts';

/** Puts an objection's row in place of the one that stood at version `expected`; throws StreamConflict where it stands no more. */
export const updateObjection = async (trx: WriteTx, row: ObjectionRow, expected: number): Promise<void> => {
	const { numUpdatedRows } = await trx
		.updateTable('objection')
		.set(row)
		.where('id', '=', row.id)
		.where('streamVersion', '=', expected)
		.executeTakeFirstOrThrow();
	if (numUpdatedRows !== 1n) throw new StreamConflict(`objection is not at version ${expected}`);
};

export const objectionById = (tx: ReadTx, id: string): Promise<ObjectionRow | undefined> =>
	tx.selectFrom('objection').selectAll().where('id', '=', id).executeTakeFirst();

export const objectionByReceipt = (tx: ReadTx, receiptId: string): Promise<ObjectionRow | undefined> =>
	tx.selectFrom('objection').selectAll().where('receiptId', '=', receiptId).executeTakeFirst();

/** How many counted objections stand against each of some versions of a notice; a version without any is absent. */
export const countObjections = async (
	tx: ReadTx,
	notice: string,
	versions: readonly string[],
): Promise<Map<string, number>> => {
	if (versions.length === 0) return new Map();
	const rows = await tx
		.selectFrom('objection')
		.select((eb) => ['version', eb.fn.countAll<number>().as('count')])
		.where('notice', '=', notice)
		.where('version', 'in', versions)
		.where('status', 'in', countedStatuses)
		.groupBy('version')
		.execute();
	return new Map(rows.map(({ version, count }) => [version, count]));
};

/** How many objections to a version stand so. */
export interface ObjectionFigures {
	status: ObjectionStatus;
	decision: ObjectionDecision | null;
	count: number;
}

export const objectionFigures = (
	tx: ReadTx,
	{ notice, version }: { notice: string; version: string },
): Promise<ObjectionFigures[]> =>
	tx
		.selectFrom('objection')
		.select((eb) => ['status', 'decision', eb.fn.countAll<number>().as('count')])
		.where('notice', '=', notice)
		.where('version', '=', version)
		.groupBy(['status', 'decision'])
		.orderBy('status')
		.orderBy('decision')
		.execute();

/** Where a page of objections begins: after this one. */
export interface ObjectionCursor {
	receivedAt: string;
	id: string;
}

/** The objections to a version, the earliest received first. */
export const listObjections = (
	tx: ReadTx,
	page: {
		notice: string;
		version: string;
		limit: number;
		after?: ObjectionCursor | undefined;
		status?: ObjectionStatus | undefined;
	},
): Promise<ObjectionRow[]> => {
	const { after, status } = page;
	let query = tx
		.selectFrom('objection')
		.selectAll()
		.where('notice', '=', page.notice)
		.where('version', '=', page.version);
	if (status) query = query.where('status', '=', status);
	if (after) {
		query = query.where(
			({ eb, refTuple, tuple }) =>
				eb(refTuple('receivedAt', 'id'), '>', tuple(after.receivedAt as ObjectionRow['receivedAt'], after.id)), // A cursor came from a row.
		);
	}
	return query.orderBy('receivedAt').orderBy('id').limit(page.limit).execute();
};

/** The objections of addresses to any version of a notice that were confirmed, by address. */
export const confirmedObjectionsOf = async (
	tx: ReadTx,
	notice: string,
	emailIndexes: readonly string[],
): Promise<Map<string, ObjectionRow[]>> => {
	const rows = await tx
		.selectFrom('objection')
		.innerJoin('receipt', 'receipt.id', 'objection.receiptId')
		.innerJoin('personal', 'personal.id', 'receipt.personalId')
		.selectAll('objection')
		.select('personal.emailIndex')
		.where('personal.emailIndex', 'in', emailIndexes)
		.where('objection.notice', '=', notice)
		.where('objection.countedAt', 'is not', null)
		.orderBy('objection.receivedAt')
		.execute();
	return Map.groupBy(rows, ({ emailIndex }) => emailIndex ?? '');
};

/** Some of the counted objections to a version whose people were not told that it was withdrawn. */
export const untoldObjectionsTo = (
	tx: ReadTx,
	{ notice, version }: { notice: string; version: string },
	limit: number,
): Promise<Pick<ObjectionRow, 'id'>[]> =>
	tx
		.selectFrom('objection')
		.select('objection.id')
		.where('notice', '=', notice)
		.where('version', '=', version)
		.where('status', 'in', countedStatuses)
		.where(({ not, exists, selectFrom }) =>
			not(
				exists(
					selectFrom('outbox')
						.select('outbox.id')
						.where('outbox.dedupeKey', '=', sql<string>`'objection-overtaken/' || ${sql.ref('objection.id')}`),
				),
			),
		)
		.limit(limit)
		.execute();

/** Whether an address has an objection to a version counted already, save the one with the id `except`. */
export const hasCountedObjection = async (
	tx: ReadTx,
	of: { emailIndex: string; notice: string; version: string; except: string },
): Promise<boolean> => {
	const row = await tx
		.selectFrom('objection')
		.innerJoin('receipt', 'receipt.id', 'objection.receiptId')
		.innerJoin('personal', 'personal.id', 'receipt.personalId')
		.select('objection.id')
		.where('personal.emailIndex', '=', of.emailIndex)
		.where('objection.notice', '=', of.notice)
		.where('objection.version', '=', of.version)
		.where('objection.status', 'in', countedStatuses)
		.where('objection.id', '!=', of.except)
		.limit(1)
		.executeTakeFirst();
	return row !== undefined;
};
