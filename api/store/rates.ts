import { sql } from 'kysely';
import { type Instant, toEpoch } from '../../schema/time.ts';
import type { WriteTx } from './transactions.ts';

/** So many in so many seconds, and no more than that at once. */
export interface RateLimit {
	count: number;
	perSeconds: number;
}

/** The terms of a limit at an instant, in milliseconds; `next` is the key's arrival time with one more use. */
const gcra = (limit: RateLimit, now: Instant) => {
	const at = toEpoch(now);
	const interval = Math.ceil((limit.perSeconds * 1000) / limit.count);
	const next = sql<number>`case when rate.tat > ${at} then rate.tat else ${at} end + ${interval}`;
	return { at, interval, tolerance: interval * (limit.count - 1), next };
};

/**
 * Counts one use of a key against a limit (GCRA, one number per key) and answers 0, or after how many seconds to try
 * again. `key` comes from `vault.blindIndex`, since what is limited may be somebody's address.
 */
export const countRate = async (trx: WriteTx, key: string, limit: RateLimit, now: Instant): Promise<number> => {
	const { at, interval, tolerance, next } = gcra(limit, now);
	// One statement, so that two processes cannot both take the last place.
	const taken = await trx
		.insertInto('rate')
		.values({ key, tat: at + interval })
		.onConflict((conflict) =>
			conflict
				.column('key')
				.doUpdateSet({ tat: next })
				.where('rate.tat', '<=', at + tolerance),
		)
		.returning('tat')
		.executeTakeFirst();
	if (taken) return 0;
	const { tat } = await trx.selectFrom('rate').select('tat').where('key', '=', key).executeTakeFirstOrThrow();
	return Math.max(1, Math.ceil((tat - tolerance - at) / 1000));
};

/**
 * Counts one use of a key that cannot be refused, and answers after how many seconds its turn comes: 0 while the limit
 * holds, and never more than `longest`.
 */
export const reserveRate = async (
	trx: WriteTx,
	key: string,
	limit: RateLimit,
	{ now, longest }: { now: Instant; longest: number },
): Promise<number> => {
	const { at, interval, tolerance, next } = gcra(limit, now);
	const last = at + interval + tolerance + longest * 1000;
	const { tat } = await trx
		.insertInto('rate')
		.values({ key, tat: at + interval })
		.onConflict((conflict) =>
			conflict
				.column('key')
				.doUpdateSet({ tat: sql<number>`case when ${next} > ${last} then ${last} else ${next} end` }),
		)
		.returning('tat')
		.executeTakeFirstOrThrow();
	return Math.max(0, Math.ceil((tat - interval - tolerance - at) / 1000));
};

/** Forgets keys that have not been used for so long that they limit nothing. */
export const forgetRates = async (trx: WriteTx, now: Instant): Promise<void> => {
	await trx.deleteFrom('rate').where('tat', '<', toEpoch(now)).execute();
};
