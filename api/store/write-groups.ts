import type { Kysely } from 'kysely';
import type { Engine } from './engine.ts';
import type { Database } from './tables.ts';
import type { WriteTx } from './transactions.ts';

/** Most writes that wait for the disk together: those behind them wait no longer than for so many. */
const mostTogether = 64;

interface Waiting {
	work: (trx: WriteTx) => Promise<unknown>;
	isStatement: boolean;
	resolve: (value: unknown) => void;
	reject: (error: unknown) => void;
}

/**
 * Writes through one connection, one after another. Those that wait at the same moment share one transaction, and so one
 * wait for the disk; none of them is answered before it. Where one of them throws, all are run again, each by itself.
 */
export const groupedWrites = (writer: Kysely<Database>): Engine['write'] => {
	const waiting: Waiting[] = [];
	let busy = false;

	const runOne = ({ work, isStatement, resolve, reject }: Waiting) => {
		// A statement is a transaction by itself.
		const done = isStatement ? work(writer as WriteTx) : writer.transaction().execute(work);
		return done.then(resolve, reject);
	};
	const runGroup = async (group: readonly Waiting[]) => {
		const [only, ...others] = group;
		if (only && others.length === 0) return runOne(only);
		const values: unknown[] = [];
		try {
			await writer.transaction().execute(async (trx) => {
				for (const { work } of group) values.push(await work(trx));
			});
			for (const [index, { resolve }] of group.entries()) resolve(values[index]);
		} catch (error) {
			// Where all could do their work, it is the disk that failed them all. Where one could not, none of it has
			// happened, and alone each gets its own answer.
			if (values.length === group.length) for (const { reject } of group) reject(error);
			else for (const one of group) await runOne(one);
		}
	};
	const runAll = async () => {
		busy = true;
		while (waiting.length > 0) await runGroup(waiting.splice(0, mostTogether));
		busy = false;
	};

	return <T>(work: (trx: WriteTx) => Promise<T>, isStatement = false) =>
		new Promise<T>((resolve, reject) => {
			// What `work` gives is what its own caller is answered with.
			waiting.push({ work, isStatement, resolve: resolve as Waiting['resolve'], reject });
			if (!busy) void runAll();
		});
};
