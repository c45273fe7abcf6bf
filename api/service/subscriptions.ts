import { randomUUID } from 'node:crypto';
import type { Subscribe } from '../../schema/subscription/submission.ts';
import type { Instant } from '../../schema/time.ts';
import { decide, type SubscriptionCommand, type SubscriptionState } from '../domain/subscription.ts';
import { insertPersonal } from '../store/personal.ts';
import { subscriptionById } from '../store/subscriptions.ts';
import type { SubscriptionRow, TokenPurpose } from '../store/tables.ts';
import { findToken, useToken } from '../store/tokens.ts';
import type { WriteTx } from '../store/transactions.ts';
import { knownNotice, localeFor, localesOf } from './content.ts';
import type { Caller, Environment } from './environment.ts';
import { countSubmission, letterDueAt } from './limits.ts';
import { done, type Result, refused } from './result.ts';
import { loadSubscription, recordSubscription } from './subscription-record.ts';

/** Records a wish to hear of changes; a letter asks whether it is the owner of the address who has it. */
export const subscribe = async (caller: Caller, input: Subscribe): Promise<Result<SubscriptionState>> => {
	const { store, now, library } = caller;
	const known = library.notices.map(({ slug }) => slug).filter((slug) => knownNotice(caller, slug));
	const decision = decide(null, { type: 'subscribe', notices: input.notices, known }, caller);
	if (!decision.ok) return decision;
	const locale = localeFor({ locales: localesOf(library) }, input.locale, caller.locale);
	const result = await store.write(async (trx) => {
		const tooMany = await countSubmission(trx, caller, 'subscription');
		if (tooMany) return tooMany;
		const dueAt = await letterDueAt(trx, caller, 'subscription', input.email);
		const [id, personalId] = [randomUUID(), randomUUID()];
		await insertPersonal(trx, store.vault, { id: personalId, data: { email: input.email }, now });
		return done((await recordSubscription(trx, { id, personalId, locale }, null, decision.events, now, dueAt)).state);
	});
	if (result.ok) caller.afterCommit();
	return result;
};

const act = async (
	trx: WriteTx,
	row: SubscriptionRow,
	command: SubscriptionCommand,
	now: Instant,
	token?: string,
): Promise<Result<SubscriptionState>> => {
	const before = await loadSubscription(trx, row.id);
	const decision = decide(before?.state ?? null, command, { now });
	if (!decision.ok) return decision;
	if (token && !(await useToken(trx, token, 'confirm-subscription', now))) return refused('UNKNOWN_TOKEN', ['token']);
	if (before && decision.events.length === 0) return done(before.state);
	return done((await recordSubscription(trx, row, before, decision.events, now)).state);
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
		return row ? act(trx, row, { type: 'confirm' }, now, token) : refused('UNKNOWN_TOKEN', ['token']);
	});
	if (result.ok) environment.afterCommit();
	return result;
};

/** Ends the subscription that the link of a letter is about; ending it again is fine, since a mail program may ask twice. */
export const unsubscribe = async (
	environment: Environment,
	{ token }: { token: string },
): Promise<Result<SubscriptionState>> => {
	const { store, now } = environment;
	const result = await store.write(async (trx) => {
		const row = await rowByToken(trx, token, 'leave-subscription');
		return row ? act(trx, row, { type: 'end' }, now) : refused('UNKNOWN_TOKEN', ['token']);
	});
	if (result.ok) environment.afterCommit();
	return result;
};
