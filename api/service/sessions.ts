import { addSeconds, type Instant } from '../../schema/time.ts';
import type { Store } from '../store/open.ts';
import { endSessions, type LiveSince, liveSessions } from '../store/sessions.ts';
import { recordStaff } from './staff.ts';

/** A session ends when it has not been used for so long. */
const idleSeconds = 30 * 60;
/** And after so long in any case. */
const longestSeconds = 12 * 3600;
/** From when on a session must have begun, and been used, to be live. */
export const liveSince = (now: Instant): LiveSince => ({
	signedInAfter: addSeconds(now, -longestSeconds),
	seenAfter: addSeconds(now, -idleSeconds),
});

interface Desk {
	store: Store;
	now: Instant;
}

/** Ends a session, or all of a person, by id; answers how many ended. */
export const endSessionsOf = ({ store, now }: Desk, id: string): Promise<number> =>
	store.write(async (trx) => {
		const ended = (await liveSessions(trx, liveSince(now))).filter((it) => it.id === id || it.staffId === id);
		await endSessions(trx, id, now);
		for (const staffId of new Set(ended.map((it) => it.staffId)))
			await recordStaff(trx, staffId, { type: 'staffSessionsEnded', at: now });
		return ended.length;
	});
