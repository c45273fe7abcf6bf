import type { Instant } from '../../schema/time.ts';
import type { SessionRow } from './tables.ts';
import type { ReadTx, WriteTx } from './transactions.ts';

/** Sessions that began after one instant and were last seen after another are live, unless they were ended. */
export interface LiveSince {
	signedInAfter: Instant;
	seenAfter: Instant;
}

const live = (tx: ReadTx, { signedInAfter, seenAfter }: LiveSince) =>
	tx
		.selectFrom('session')
		.selectAll()
		.where('endedAt', 'is', null)
		.where('signedInAt', '>', signedInAfter)
		.where('seenAt', '>', seenAfter);

/** All that are live, the oldest first. */
export const liveSessions = (tx: ReadTx, since: LiveSince): Promise<SessionRow[]> =>
	live(tx, since).orderBy('signedInAt').orderBy('id').execute();

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
