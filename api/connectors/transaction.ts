import { type ControlledTransaction, Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';

/** A system could not be asked, or refused; nothing was changed there. The message holds nothing of a person. */
export class SystemError extends Error {
	override name = 'SystemError';
	/** Of PostgreSQL, or of the way to it. */
	readonly code: string | undefined;
	constructor(message: string, code?: string) {
		super(message);
		this.code = code;
	}
}

export type SystemTx = ControlledTransaction<unknown>;

/** bool, int2, int4, float4, float8, json, jsonb: what JSON has a form for. Everything else is read as PostgreSQL writes it. */
const native = [16, 21, 23, 700, 701, 114, 3802];

const asText = (text: string) => text;

const typeParser: typeof pg.types.getTypeParser = (oid: number, format?: 'text' | 'binary') =>
	// The overloads of the original differ by format only, and a pool reads text.
	native.includes(oid) ? pg.types.getTypeParser(oid, format as 'text') : asText;

const open = (url: string) =>
	new Kysely<unknown>({
		dialect: new PostgresDialect({
			pool: new pg.Pool({
				connectionString: url,
				max: 1,
				application_name: 'noticekeeper',
				connectionTimeoutMillis: 10_000,
				statement_timeout: 60_000,
				lock_timeout: 10_000,
				idle_in_transaction_session_timeout: 60_000,
				options: '-c TimeZone=UTC',
				types: { getTypeParser: typeParser },
			}),
		}),
	});

/** The code, and what it is about; the driver's message and detail may quote values. */
const said = (system: string, error: unknown): SystemError => {
	const { code, table, column, constraint } = error as Partial<pg.DatabaseError>;
	const about = [table, column, constraint].filter(Boolean).join(', ');
	return new SystemError(
		`${system}: PostgreSQL could not be asked, or refused (${code ?? 'no code'}${about ? `: ${about}` : ''}). Nothing was changed there.`,
		code,
	);
};

/** What is done with a transaction's changes: `read` refuses them, `try` takes them back, `keep` commits them. */
export type Ending = 'read' | 'try' | 'keep';

/** Work on a system in one transaction; throws SystemError. */
export const inTransaction = async <T>(
	{ id, url }: { id: string; url: string },
	ending: Ending,
	work: (trx: SystemTx) => Promise<T>,
): Promise<T> => {
	const db = open(url);
	try {
		const trx = await db
			.startTransaction()
			.setIsolationLevel('repeatable read')
			.setAccessMode(ending === 'read' ? 'read only' : 'read write')
			.execute();
		try {
			const result = await work(trx);
			await (ending === 'keep' ? trx.commit() : trx.rollback()).execute();
			return result;
		} catch (error) {
			if (!trx.isCommitted && !trx.isRolledBack)
				await trx
					.rollback()
					.execute()
					.catch(() => {});
			throw error;
		}
	} catch (error) {
		throw said(id, error);
	} finally {
		await db.destroy();
	}
};
