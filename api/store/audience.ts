import type { Instant } from '../../schema/time.ts';
import type { PersonalRow, SubscriptionRow, ToldRow } from './tables.ts';
import type { ReadTx, WriteTx } from './transactions.ts';

/** A part of an audience: those after an id, in order. */
export interface Page {
	after: string;
	limit: number;
}

export type Listener = Pick<SubscriptionRow, 'id' | 'leastClass' | 'frequency'>;

/** A page of an audience, and where the next one begins; null where there is none. */
export interface Audience {
	listeners: Listener[];
	next: string | null;
}

type Candidate = Listener & Pick<SubscriptionRow, 'confirmedAt'> & Pick<PersonalRow, 'emailIndex'>;

const nextOf = (rows: readonly { id: string }[], { limit }: Page) =>
	rows.length === limit ? (rows.at(-1)?.id ?? null) : null;

const listenerOf = ({ id, leastClass, frequency }: Listener): Listener => ({ id, leastClass, frequency });

const confirmedBy = (tx: ReadTx, at: Instant) =>
	tx
		.selectFrom('personal')
		.innerJoin('subscription', 'subscription.personalId', 'personal.id')
		.where('subscription.status', '=', 'CONFIRMED')
		.where('subscription.confirmedAt', '<=', at);

/** Which of some subscriptions are to any of some notices. */
const amongThoseTo = async (tx: ReadTx, notices: readonly string[], ids: readonly string[]): Promise<Set<string>> => {
	const rows = await tx
		.selectFrom('subscriptionNotice')
		.select('subscriptionId')
		.where('subscriptionId', 'in', ids)
		.where('notice', 'in', notices)
		.execute();
	return new Set(rows.map(({ subscriptionId }) => subscriptionId));
};

/**
 * All subscriptions to any of some notices of the addresses that candidates have.
 * @NOTE In steps, each led by an index: as one query SQLite compares every subscriber of a notice with every other.
 */
const ofSameAddresses = async (
	tx: ReadTx,
	notices: readonly string[],
	at: Instant,
	candidates: readonly Candidate[],
) => {
	const addresses = candidates.map(({ emailIndex }) => emailIndex).filter((it) => it !== null);
	if (addresses.length === 0) return [];
	const rows = await confirmedBy(tx, at)
		.select(['subscription.id', 'subscription.confirmedAt', 'personal.emailIndex'])
		.where('personal.emailIndex', 'in', addresses)
		.execute();
	const toNotices = await amongThoseTo(
		tx,
		notices,
		rows.map(({ id }) => id),
	);
	return rows.filter(({ id }) => toNotices.has(id));
};

const place = ({ confirmedAt, id }: Pick<Candidate, 'confirmedAt' | 'id'>) => `${confirmedAt} ${id}`;

/**
 * Who has asked to hear of any of some notices by an instant, each address once: of several subscriptions of one address,
 * the one confirmed last by then says what its owner wants.
 */
export const subscribersOf = async (
	tx: ReadTx,
	notices: readonly string[],
	at: Instant,
	page: Page,
): Promise<Audience> => {
	const candidates = await confirmedBy(tx, at)
		.innerJoin('subscriptionNotice', 'subscriptionNotice.subscriptionId', 'subscription.id')
		.select(['subscription.id', 'leastClass', 'frequency', 'confirmedAt', 'emailIndex'])
		.where('subscriptionNotice.notice', 'in', notices)
		.where('subscriptionNotice.subscriptionId', '>', page.after)
		.orderBy('subscriptionNotice.subscriptionId')
		.limit(page.limit)
		.execute();
	const last = new Map<string | null, string>();
	for (const row of await ofSameAddresses(tx, notices, at, candidates)) {
		if (place(row) > (last.get(row.emailIndex) ?? '')) last.set(row.emailIndex, place(row));
	}
	// One that is to two of the notices stands there twice, in a row.
	const each = candidates.filter(({ id }, index) => id !== candidates[index - 1]?.id);
	const listeners = each.filter((it) => last.get(it.emailIndex) === place(it)).map(listenerOf);
	return { listeners, next: nextOf(candidates, page) };
};

/** Who has been told of an event of a version by now and is still subscribed. */
export const toldOf = async (
	tx: ReadTx,
	of: Pick<ToldRow, 'notice' | 'version' | 'event'>,
	now: Instant,
	page: Page,
): Promise<Audience> => {
	const listeners = await tx
		.selectFrom('told')
		.innerJoin('subscription', 'subscription.id', 'told.subscriptionId')
		.select(['subscription.id', 'subscription.leastClass', 'subscription.frequency'])
		.where('told.notice', '=', of.notice)
		.where('told.version', '=', of.version)
		.where('told.event', '=', of.event)
		.where((eb) => eb.or([eb('told.digestAt', 'is', null), eb('told.digestAt', '<=', now)]))
		.where('subscription.status', '=', 'CONFIRMED')
		.where('told.subscriptionId', '>', page.after)
		.orderBy('told.subscriptionId')
		.limit(page.limit)
		.execute();
	return { listeners, next: nextOf(listeners, page) };
};

/** Whether the owner of an address has asked by an instant to hear of a notice. */
export const confirmedToNotice = async (
	tx: ReadTx,
	emailIndex: string,
	notice: string,
	at: Instant,
): Promise<boolean> => {
	const row = await tx
		.selectFrom('subscription')
		.innerJoin('personal', 'personal.id', 'subscription.personalId')
		.innerJoin('subscriptionNotice', 'subscriptionNotice.subscriptionId', 'subscription.id')
		.select('subscription.id')
		.where('personal.emailIndex', '=', emailIndex)
		.where('subscriptionNotice.notice', '=', notice)
		.where('subscription.status', '=', 'CONFIRMED')
		.where('subscription.confirmedAt', '<=', at)
		.executeTakeFirst();
	return row !== undefined;
};

/** Notes that a subscriber is told; false where that was noted before. */
export const noteTold = async (trx: WriteTx, row: ToldRow): Promise<boolean> => {
	const { numInsertedOrUpdatedRows } = await trx
		.insertInto('told')
		.values(row)
		.onConflict((conflict) => conflict.columns(['subscriptionId', 'notice', 'version', 'event']).doNothing())
		.executeTakeFirstOrThrow();
	return numInsertedOrUpdatedRows === 1n;
};

/** What the digest of an instant tells a subscriber, by notice and version. */
export const digestOf = (tx: ReadTx, subscriptionId: string, digestAt: Instant): Promise<ToldRow[]> =>
	tx
		.selectFrom('told')
		.selectAll()
		.where('subscriptionId', '=', subscriptionId)
		.where('digestAt', '=', digestAt)
		.orderBy('notice')
		.orderBy('version')
		.orderBy('event')
		.execute();
