import { type Expression, type SqlBool, sql } from 'kysely';
import { type Instant, toEpoch } from '../../schema/time.ts';
import type { WriteTx } from './transactions.ts';
import { roundsOf } from './write-batches.ts';

/** So many in so many seconds, and no more than that at once. */
export interface RateLimit {
	count: number;
	perSeconds: number;
}

/** One use of what is limited. `key` comes from `vault.blindIndex`, since that may be somebody's address. */
export interface Use {
	key: string;
	now: Instant;
}

/** In milliseconds: one use takes `interval`, and uses may come early by `tolerance`. */
const termsOf = ({ count, perSeconds }: RateLimit) => {
	const interval = Math.ceil((perSeconds * 1000) / count);
	return { interval, tolerance: interval * (count - 1) };
};

/** What the row of a key becomes when it is used again; without `where`, always. */
interface NextUse {
	tat: Expression<number>;
	where?: Expression<SqlBool>;
}

/** Counts uses (GCRA, one number per key) and answers the arrival time of each in milliseconds; undefined where `where` kept it out. */
const count = async (trx: WriteTx, interval: number, uses: readonly Use[], { tat, where }: NextUse) => {
	const arrivals = new Map<Use, number | undefined>();
	// One statement changes no row twice.
	for (const round of roundsOf(uses, ({ key }) => key)) {
		const rows = await trx
			.insertInto('rate')
			.values(round.map(({ key, now }) => ({ key, tat: toEpoch(now) + interval })))
			.onConflict((conflict) => {
				const update = conflict.column('key').doUpdateSet({ tat });
				return where ? update.where(where) : update;
			})
			.returningAll()
			.execute();
		const byKey = new Map(rows.map((row) => [row.key, row.tat]));
		for (const use of round) arrivals.set(use, byKey.get(use.key));
	}
	return uses.map((use) => arrivals.get(use));
};

const nextTat = (interval: number) =>
	sql<number>`case when rate.tat + ${interval} > excluded.tat then rate.tat + ${interval} else excluded.tat end`;

/** Counts uses against a limit, and answers for each whether it is within it. */
export const countRates = async (trx: WriteTx, limit: RateLimit, uses: readonly Use[]): Promise<boolean[]> => {
	const { interval, tolerance } = termsOf(limit);
	// One statement, so that two processes cannot both take the last place.
	const where = sql<SqlBool>`rate.tat <= excluded.tat + ${tolerance - interval}`;
	const arrivals = await count(trx, interval, uses, { tat: nextTat(interval), where });
	return arrivals.map((arrival) => arrival !== undefined);
};

/**
 * Counts uses that cannot be refused, and answers for each after how many seconds its turn comes: 0 while the limit
 * holds, and never more than `longest`.
 */
export const reserveRates = async (
	trx: WriteTx,
	limit: RateLimit,
	longest: number,
	uses: readonly Use[],
): Promise<number[]> => {
	const { interval, tolerance } = termsOf(limit);
	const [next, last] = [nextTat(interval), sql`excluded.tat + ${tolerance + longest * 1000}`];
	const tat = sql<number>`case when ${next} > ${last} then ${last} else ${next} end`;
	const arrivals = await count(trx, interval, uses, { tat });
	return uses.map(({ now }, index) =>
		Math.max(0, Math.ceil(((arrivals[index] ?? 0) - interval - tolerance - toEpoch(now)) / 1000)),
	);
};

/** Forgets keys that have not been used for so long that they limit nothing. */
export const forgetRates = async (trx: WriteTx, now: Instant): Promise<void> => {
	await trx.deleteFrom('rate').where('tat', '<', toEpoch(now)).execute();
};
