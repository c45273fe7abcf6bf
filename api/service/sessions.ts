import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Role } from '../../schema/access/access.ts';
import { longestSessionSeconds } from '../../schema/access/cookies.ts';
import { addSeconds, type Instant } from '../../schema/time.ts';
import {
	endSessions,
	insertSession,
	type LiveSince,
	liveSession,
	liveSessions,
	touchSession,
} from '../store/sessions.ts';
import { staffById } from '../store/staff.ts';
import type { SessionRow } from '../store/tables.ts';
import type { WriteTx } from '../store/transactions.ts';
import { byOf, type Desk } from './actor.ts';
import { recordStaff, type StaffEvent } from './staff.ts';

/** A session ends when it has not been used for so long. */
const idleSeconds = 30 * 60;
/** For so long after it a sign-in counts as recent. */
const recentSeconds = 15 * 60;
/** How exactly the last use is noted. */
const seenSeconds = 60;

/** The SHA-256 of a random value that a browser keeps in a cookie. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** From when on a session must have begun, and been used, to be live. */
export const liveSince = (now: Instant): LiveSince => ({
	signedInAfter: addSeconds(now, -longestSessionSeconds),
	seenAfter: addSeconds(now, -idleSeconds),
});

/** Somebody of staff in a browser. */
export interface SignedIn {
	sessionId: string;
	staffId: string;
	/** Of their personal record. */
	personalId: string;
	role: Role;
	/** Until when the sign-in is recent enough to disclose personal data. */
	recentUntil: Instant;
}

const isStale = ({ seenAt }: SessionRow, now: Instant) => addSeconds(seenAt, seenSeconds) <= now;

/** Whose session a browser's value names; null where it is unknown, ended, idle for 30 minutes or 12 hours old. Asking counts as use, unless it is said not to. */
export const holderOfSession = async ({ store, now }: Desk, token: string, isUse = true): Promise<SignedIn | null> => {
	const found = await store.read(async (tx) => {
		const session = await liveSession(tx, hashOf(token), liveSince(now));
		const person = session && (await staffById(tx, session.staffId));
		return session && person ? { session, person } : null;
	});
	if (!found) return null;
	const { session, person } = found;
	if (isUse && isStale(session, now)) await store.write((trx) => touchSession(trx, session.id, now));
	return {
		sessionId: session.id,
		staffId: person.id,
		personalId: person.personalId,
		role: person.role,
		recentUntil: addSeconds(session.signedInAt, recentSeconds),
	};
};

/** Begins a session, in place of the browser's old one by its id, and answers the value of its cookie. */
export const beginSession = async (
	trx: WriteTx,
	it: { staffId: string; by: Extract<StaffEvent, { by: unknown }>['by']; replaces: string | null; now: Instant },
): Promise<string> => {
	const { staffId, by, replaces, now } = it;
	const [token, id] = [randomBytes(32).toString('base64url'), randomUUID()];
	if (replaces !== null) await endSessions(trx, replaces, now);
	await insertSession(trx, { id, hash: hashOf(token), staffId, signedInAt: now, seenAt: now });
	await recordStaff(trx, staffId, { type: 'staffSignedIn', at: now, sessionId: id, by });
	return token;
};

/** Ends a session, or all of a person, by id; answers how many ended. */
export const endSessionsOf = ({ store, now, ...actor }: Desk, id: string): Promise<number> =>
	store.write(async (trx) => {
		const ended = (await liveSessions(trx, liveSince(now))).filter((it) => it.id === id || it.staffId === id);
		await endSessions(trx, id, now);
		for (const staffId of new Set(ended.map((it) => it.staffId)))
			await recordStaff(trx, staffId, { type: 'staffSessionsEnded', at: now, ...byOf(actor) });
		return ended.length;
	});
