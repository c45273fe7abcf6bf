import { type Kysely, sql } from 'kysely';
import type { Engine } from './engine.ts';
import type { Database } from './tables.ts';
import type { WriteTx } from './transactions.ts';

/** Most writes that wait for the disk together: those behind them wait no longer than for so many. */
const mostTogether = 64;

interface Waiting {
	work: (trx: WriteTx) => Promise<unknown>;
	resolve: (value: unknown) => void;
	reject: (error: unknown) => void;
}

type Outcome = { ok: true; value: unknown } | { ok: false; error: unknown };

/** All of one write or, where it throws, nothing of it; the others of its group stay. */
const alone = async (trx: WriteTx, work: Waiting['work']): Promise<Outcome> => {
	await sql`savepoint one`.execute(trx);
	try {
		const value = await work(trx);
		await sql`release one`.execute(trx);
		return { ok: true, value };
	} catch (error) {
		// Where the database has undone everything by itself, there is no savepoint, and the whole group fails with this.
		await sql`rollback to one`.execute(trx);
		await sql`release one`.execute(trx);
		return { ok: false, error };
	}
};

/**
 * Writes through one connection, one after another. Those that wait at the same moment share one transaction, and so one
 * wait for the disk; none of them is answered before it.
 */
export const groupedWrites = (writer: Kysely<Database>): Engine['write'] => {
	const waiting: Waiting[] = [];
	let busy = false;

	const runGroup = async (group: readonly Waiting[]) => {
		try {
			const outcomes = await writer.transaction().execute(async (trx) => {
				const done: Outcome[] = [];
				for (const { work } of group) done.push(await alone(trx, work));
				return done;
			});
			for (const [index, { resolve, reject }] of group.entries()) {
				const outcome = outcomes[index];
				if (outcome?.ok) resolve(outcome.value);
				else reject(outcome?.error);
			}
		} catch (error) {
			for (const { reject } of group) reject(error);
		}
	};
	const runAll = async () => {
		busy = true;
		while (waiting.length > 0) await runGroup(waiting.splice(0, mostTogether));
		busy = false;
	};

	return <T>(work: (trx: WriteTx) => Promise<T>) =>
		new Promise<T>((resolve, reject) => {
			// What `work` gives is what its own caller is answered with.
			waiting.push({ work, resolve: resolve as Waiting['resolve'], reject });
			if (!busy) void runAll();
		});
};
