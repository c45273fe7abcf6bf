import type { Instant } from '../../schema/time.ts';
import { lettersFor } from '../domain/letters.ts';
import { evolve, nextDeadline, type SubscriptionEvent, type SubscriptionState } from '../domain/subscription.ts';
import { queueLetter } from '../store/outbox.ts';
import { erase } from '../store/personal.ts';
import { insertSubscription, updateSubscription } from '../store/subscriptions.ts';
import { setTimer } from '../store/timers.ts';
import type { ReadTx, WriteTx } from '../store/transactions.ts';
import { append, type Loaded, load } from './streams.ts';

const streamOf = (id: string) => ({ kind: 'subscription', id }) as const;

export const loadSubscription = (tx: ReadTx, id: string): Promise<Loaded<SubscriptionState> | null> =>
	load<SubscriptionState, SubscriptionEvent>(tx, streamOf(id), evolve);

/** Whose subscription it is, and the language of its letters. */
export interface SubscriptionFacts {
	id: string;
	personalId: string;
	locale: string;
}

/** Events, row, timer, letters and erasure of one decision, in the transaction it was made in. */
export const recordSubscription = async (
	trx: WriteTx,
	{ id, personalId, locale }: SubscriptionFacts,
	before: Loaded<SubscriptionState> | null,
	events: readonly SubscriptionEvent[],
	now: Instant,
	/** When its letters leave; at once where absent, never where null. */
	dueAt: Instant | null = now,
): Promise<Loaded<SubscriptionState>> => {
	const after = await append(trx, streamOf(id), before, events, evolve);
	const { notices, ...facts } = after.state;
	const row = { id, personalId, locale, ...facts, streamVersion: after.streamVersion };
	if (before) await updateSubscription(trx, row, before.streamVersion);
	else await insertSubscription(trx, row, notices);
	await setTimer(trx, 'subscription', id, nextDeadline(after.state));
	if (events.some(({ type }) => type === 'subscriptionErased')) await erase(trx, personalId, now);
	for (const kind of dueAt ? lettersFor(events) : []) {
		await queueLetter(trx, { kind, subjectKind: 'subscription', subjectId: id, now, ...(dueAt && { dueAt }) });
	}
	return after;
};
