import type { Instant } from '../../schema/time.ts';
import type { SessionRow } from './tables.ts';
import type { ReadTx, WriteTx } from './transactions.ts';

/** Sessions that began after one instant and were last seen after another are live, unless they were ended. */
export interface LiveSince {
	signedInAfter: Instant;
	seenAfter: Instant;
}

export const insertSession = async (trx: WriteTx, row: Omit<SessionRow, 'endedAt'>): Promise<void> => {
	await trx
		.insertInto('session')
		.values({ ...row, endedAt: null })
		.execute();
};

const live = (tx: ReadTx, { signedInAfter, seenAfter }: LiveSince) =>
	tx
		.selectFrom('session')
		.selectAll()
		.where('endedAt', 'is', null)
		.where('signedInAt', '>', signedInAfter)
		.where('seenAt', '>', seenAfter);

export const liveSession = (tx: ReadTx, hash: string, since: LiveSince): Promise<SessionRow | undefined> =>
	live(tx, since).where('hash', '=', hash).executeTakeFirst();

/** All that are live, the oldest first. */
export const liveSessions = (tx: ReadTx, since: LiveSince): Promise<SessionRow[]> =>
	live(tx, since).orderBy('signedInAt').orderBy('id').execute();

export const touchSession = async (trx: WriteTx, id: string, now: Instant): Promise<void> => {
	await trx.updateTable('session').set({ seenAt: now }).where('id', '=', id).execute();
};

/** Ends a session by its id, or all of a person by theirs; answers how many ended. */
export const endSessions = async (trx: WriteTx, id: string, now: Instant): Promise<number> => {
	const { numUpdatedRows } = await trx
		.updateTable('session')
		.set({ endedAt: now })
		.where((eb) => eb.or([eb('id', '=', id), eb('staffId', '=', id)]))
		.where('endedAt', 'is', null)
		.executeTakeFirstOrThrow();
	return Number(numUpdatedRows);
};

/** Forgets sessions that began before an instant. */
export const forgetSessions = async (trx: WriteTx, before: Instant): Promise<void> => {
	await trx.deleteFrom('session').where('signedInAt', '<=', before).execute();
};
