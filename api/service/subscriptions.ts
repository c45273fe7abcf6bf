import { randomUUID } from 'node:crypto';
import type { Subscribe } from '../../schema/subscription/submission.ts';
import type { Instant } from '../../schema/time.ts';
import { decide, type SubscriptionState } from '../domain/subscription.ts';
import { emailIndexOf, insertPersonal } from '../store/personal.ts';
import { openSubscriptionsByEmail, subscriptionById } from '../store/subscriptions.ts';
import type { SubscriptionRow, TokenPurpose } from '../store/tables.ts';
import { findToken, useToken } from '../store/tokens.ts';
import type { WriteTx } from '../store/transactions.ts';
import { knownNotice, localeFor, localesOf } from './content.ts';
import type { Caller, Environment } from './environment.ts';
import { admitAll } from './limits.ts';
import { done, type Result, refused } from './result.ts';
import { keptOnce } from './sent-once.ts';
import { loadSubscription, recordSubscription } from './subscription-record.ts';

export type { SubscriptionState };

interface Wish {
	caller: Caller;
	input: Subscribe;
}

const record = async (trx: WriteTx, { caller, input }: Wish): Promise<Result<SubscriptionState>> => {
	const { store, now, library } = caller;
	const known = library.notices.map(({ slug }) => slug).filter((slug) => knownNotice(caller, slug));
	const { notices, leastClass, frequency } = input;
	const decision = decide(null, { type: 'subscribe', notices, known, leastClass, frequency }, caller);
	if (!decision.ok) return decision;
	const locale = localeFor({ locales: localesOf(library) }, input.locale, caller.locale);
	const [dueAt] = await admitAll(trx, 'subscription', [{ caller, email: input.email }]);
	if (!dueAt) return refused('TOO_MANY_REQUESTS');
	const [id, personalId] = [randomUUID(), randomUUID()];
	await insertPersonal(trx, store.vault, { id: personalId, data: { email: input.email }, now });
	return done((await recordSubscription(trx, { id, personalId, locale }, null, decision.events, now, dueAt)).state);
};

const keepOnce = keptOnce(async (trx, wishes: readonly Wish[]) => {
	const results: Result<SubscriptionState>[] = [];
	for (const wish of wishes) results.push(await record(trx, wish));
	return results;
});

/**
 * Records a wish to hear of changes; a letter asks whether it is the owner of the address who has it. Once for a key,
 * however often it is sent.
 */
export const subscribe = async (
	caller: Caller,
	input: Subscribe,
	key?: string | null,
): Promise<Result<SubscriptionState>> => {
	const sent = { caller, kind: 'subscription', key, input, prepare: () => done({ caller, input }) } as const;
	const result = await caller.store.writeTogether(keepOnce, sent);
	if (result.ok) caller.afterCommit();
	return result;
};

const confirm = async (
	trx: WriteTx,
	row: SubscriptionRow,
	token: string,
	now: Instant,
): Promise<Result<SubscriptionState>> => {
	const before = await loadSubscription(trx, row.id);
	const decision = decide(before?.state ?? null, { type: 'confirm' }, { now });
	if (!decision.ok) return decision;
	if (!(await useToken(trx, token, 'confirm-subscription', now))) return refused('UNKNOWN_TOKEN', ['token']);
	return done((await recordSubscription(trx, row, before, decision.events, now)).state);
};

/** Ends all subscriptions of the address; one letter says so for all of them. Null where there is no such subscription. */
const endAll = async (trx: WriteTx, row: SubscriptionRow, now: Instant): Promise<SubscriptionState | null> => {
	const emailIndex = await emailIndexOf(trx, row.personalId);
	const open = emailIndex ? await openSubscriptionsByEmail(trx, emailIndex) : [];
	for (const [index, it] of open.entries()) {
		const before = await loadSubscription(trx, it.id);
		const decision = decide(before?.state ?? null, { type: 'end' }, { now });
		if (decision.ok) await recordSubscription(trx, it, before, decision.events, now, index === 0 ? now : null);
	}
	return (await loadSubscription(trx, row.id))?.state ?? null;
};

const rowByToken = async (trx: WriteTx, token: string, purpose: TokenPurpose) => {
	const found = await findToken(trx, token, purpose);
	return found && subscriptionById(trx, found.subjectId);
};

/** Confirms the subscription that a mailed link is about. */
export const confirmSubscription = async (
	environment: Environment,
	{ token }: { token: string },
): Promise<Result<SubscriptionState>> => {
	const { store, now } = environment;
	const result = await store.write(async (trx) => {
		const row = await rowByToken(trx, token, 'confirm-subscription');
		return row ? confirm(trx, row, token, now) : refused('UNKNOWN_TOKEN', ['token']);
	});
	if (result.ok) environment.afterCommit();
	return result;
};

/**
 * Ends every subscription of the address that the letter with this link went to; ending them again is fine, since a mail
 * program may ask twice.
 */
export const unsubscribe = async (
	environment: Environment,
	{ token }: { token: string },
): Promise<Result<SubscriptionState>> => {
	const { store, now } = environment;
	const result = await store.write(async (trx) => {
		const row = await rowByToken(trx, token, 'leave-subscription');
		const ended = row && (await endAll(trx, row, now));
		return ended ? done(ended) : refused('UNKNOWN_TOKEN', ['token']);
	});
	if (result.ok) environment.afterCommit();
	return result;
};
