import { openPersonal } from './personal.ts';
import type { SubscriptionRow } from './tables.ts';
import type { ReadTx } from './transactions.ts';
import type { PersonalData, Vault } from './vault.ts';

export interface Subscriber {
	subscription: SubscriptionRow;
	/** Null once it has been erased. */
	personal: PersonalData | null;
	/** Slugs, in alphabetical order. */
	notices: string[];
}

const noticesOf = async (tx: ReadTx, ids: readonly string[]): Promise<Map<string, string[]>> => {
	const rows = await tx
		.selectFrom('subscriptionNotice')
		.selectAll()
		.where('subscriptionId', 'in', ids)
		.orderBy('notice')
		.execute();
	const bySubscription = Map.groupBy(rows, ({ subscriptionId }) => subscriptionId);
	return new Map([...bySubscription].map(([id, of]) => [id, of.map(({ notice }) => notice)]));
};

/** Some subscriptions by id, with whose they are and to what: a change to a notice reads each of its subscribers. */
export const subscribersById = async (
	tx: ReadTx,
	vault: Vault,
	ids: readonly string[],
): Promise<Map<string, Subscriber>> => {
	if (ids.length === 0) return new Map();
	const notices = await noticesOf(tx, ids);
	const rows = await tx
		.selectFrom('subscription')
		.innerJoin('personal', 'personal.id', 'subscription.personalId')
		.selectAll('subscription')
		.select(['version', 'sealed', 'keyWrapped', 'keyId'])
		.where('subscription.id', 'in', ids)
		.execute();
	return new Map(
		rows.map(({ version, sealed, keyWrapped, keyId, ...subscription }) => {
			const { id, personalId } = subscription;
			const personal = openPersonal(vault, { id: personalId, version, sealed, keyWrapped, keyId });
			return [id, { subscription, personal, notices: notices.get(id) ?? [] }];
		}),
	);
};
