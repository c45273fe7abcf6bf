import { randomBytes, randomUUID } from 'node:crypto';
import { signInSeconds } from '../../schema/access/cookies.ts';
import type { RequestSignIn } from '../../schema/access/submission.ts';
import { addSeconds } from '../../schema/time.ts';
import { queueLetter } from '../store/outbox.ts';
import { insertPersonal } from '../store/personal.ts';
import { insertSignIn, signInById } from '../store/sign-ins.ts';
import { staffById } from '../store/staff.ts';
import { findToken, useToken } from '../store/tokens.ts';
import type { WriteTx } from '../store/transactions.ts';
import type { Caller } from './environment.ts';
import { countSubmission, linksPerAddress, mayHaveLetter } from './limits.ts';
import { done, type Result, refused } from './result.ts';
import { beginSession, endSessionsOf, hashOf, holderOfSession, type SignedIn } from './sessions.ts';

/** Somebody at the other end who may be signed in. */
export type StaffCaller = Caller & { staff: SignedIn | null };

type Sent = Result<{ sent: true }>;

/**
 * Has a link to sign in mailed to an address, if it is that of somebody of staff. Whether it is, is found out when the
 * letter is written, so that the answer, and the work until the answer, are the same for every address.
 */
export const requestSignIn = async (caller: Caller, { email, locale }: RequestSignIn): Promise<Sent> => {
	const { store, now, staffBrowser } = caller;
	if (!staffBrowser) return refused('OWN_PAGES_ONLY');
	const browser = staffBrowser.value('sign-in') ?? randomBytes(32).toString('base64url');
	const result = await store.write(async (trx): Promise<Sent> => {
		const tooMany = await countSubmission(trx, caller, 'sign-in');
		if (tooMany) return tooMany;
		if (!(await mayHaveLetter(trx, caller, 'sign-in', email, linksPerAddress))) return done({ sent: true });
		const id = randomUUID();
		await insertPersonal(trx, store.vault, { id, data: { email }, now });
		const expiresAt = addSeconds(now, signInSeconds);
		await insertSignIn(trx, { id, browserHash: hashOf(browser), locale: locale ?? caller.locale ?? 'en', expiresAt });
		await queueLetter(trx, { kind: 'sign-in', subjectKind: 'personal', subjectId: id, now });
		return done({ sent: true });
	});
	if (!result.ok) return result;
	staffBrowser.keep('sign-in', browser);
	caller.afterCommit();
	return result;
};

/** Whose link a token is, in the browser that asked for it, used up by asking; null where it is nobody's. */
const useLink = async (trx: WriteTx, token: string, browser: string, { now }: Caller): Promise<string | null> => {
	const found = await findToken(trx, token, 'sign-in');
	const link = found && (await signInById(trx, found.subjectId));
	if (!link?.staffId || link.browserHash !== hashOf(browser)) return null;
	const isGood = (await useToken(trx, token, 'sign-in', now)) !== null;
	return isGood && (await staffById(trx, link.staffId)) ? link.staffId : null;
};

/** Signs in whoever follows their link in the browser in which they asked for it, once. */
export const signIn = async (caller: StaffCaller, { token }: { token: string }): Promise<Result<SignedIn>> => {
	const { store, now, staffBrowser } = caller;
	if (!staffBrowser) return refused('OWN_PAGES_ONLY');
	const browser = staffBrowser.value('sign-in');
	const session = await store.write(async (trx) => {
		const staffId = browser && (await useLink(trx, token, browser, caller));
		return staffId ? beginSession(trx, { staffId, by: 'LINK', replaces: caller.staff?.sessionId ?? null, now }) : null;
	});
	const signedIn = session && (await holderOfSession(caller, session));
	if (!signedIn) return refused('SIGN_IN_LINK');
	staffBrowser.keep('session', session);
	staffBrowser.keep('sign-in', null);
	return done(signedIn);
};

/** Ends the session of this browser, if it has one. */
export const signOut = async (caller: StaffCaller): Promise<Result<{ endedAt: Caller['now'] }>> => {
	const { staffBrowser, staff, now } = caller;
	if (!staffBrowser) return refused('OWN_PAGES_ONLY');
	if (staff) await endSessionsOf(caller, staff.sessionId);
	staffBrowser.keep('session', null);
	return done({ endedAt: now });
};
