import { openPersonal } from './personal.ts';
import type { SubscriptionRow } from './tables.ts';
import type { ReadTx } from './transactions.ts';
import type { PersonalData, Vault } from './vault.ts';

export interface Subscriber {
	subscription: SubscriptionRow;
	/** Null once it has been erased. */
	personal: PersonalData | null;
	/** Whether the subscription names the notice that was asked about. */
	named: boolean;
}

/** A subscription with whose it is, in one statement: a change to a notice reads each of its subscribers. */
export const subscriberById = async (
	tx: ReadTx,
	vault: Vault,
	{ id, notice }: { id: string; notice: string },
): Promise<Subscriber | undefined> => {
	const row = await tx
		.selectFrom('subscription')
		.innerJoin('personal', 'personal.id', 'subscription.personalId')
		.leftJoin('subscriptionNotice', (join) =>
			join.onRef('subscriptionId', '=', 'subscription.id').on('subscriptionNotice.notice', '=', notice),
		)
		.selectAll('subscription')
		.select(['version', 'sealed', 'keyWrapped', 'keyId', 'subscriptionNotice.notice'])
		.where('subscription.id', '=', id)
		.executeTakeFirst();
	if (!row) return undefined;
	const { version, sealed, keyWrapped, keyId, notice: found, ...subscription } = row;
	const personal = openPersonal(vault, { id: row.personalId, version, sealed, keyWrapped, keyId });
	return { subscription, personal, named: found !== null };
};
