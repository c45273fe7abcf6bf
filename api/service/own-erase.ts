import type { Instant } from '../../schema/time.ts';
import { decide } from '../domain/subscription.ts';
import { deleteAddressees } from '../store/addressees.ts';
import { heldUntil } from '../store/legal-holds.ts';
import type { OwnRecords } from '../store/own-records.ts';
import { erase, narrowPersonal, readPersonal } from '../store/personal.ts';
import type { WriteTx } from '../store/transactions.ts';
import type { Vault } from '../store/vault.ts';
import { forgetReceipt, recordRetention, retain } from './retention.ts';
import { loadSubscription, recordSubscription } from './subscription-record.ts';

/** Who is forgotten, and when. */
interface Forgetting {
	trx: WriteTx;
	vault: Vault;
	now: Instant;
}

/** Ends it without a letter, for which there is no address any more. */
const forgetSubscription = async ({ trx, now }: Forgetting, row: OwnRecords['subscription'][number]) => {
	const before = await loadSubscription(trx, row.id);
	const decision = decide(before?.state ?? null, { type: 'forget' }, { now });
	if (decision.ok) await recordSubscription(trx, row, before, decision.events, now, null);
	return true;
};

const forgetAddressee = async ({ trx, now }: Forgetting, { id, personalId }: OwnRecords['audience'][number]) => {
	await deleteAddressees(trx, [id]);
	return erase(trx, personalId, now);
};

/** While it counts, the address stays: the decision is told to it, and it says which text governs. Name and reason go. */
const forgetObjection = async ({ trx, vault, now }: Forgetting, row: OwnRecords['objection'][number]) => {
	if (row.endedAt) return retain(trx, vault, row.receiptId, now);
	const given = await readPersonal(trx, vault, row.personalId);
	if ((!given?.name && !given?.reason) || (await heldUntil(trx, row.receiptId, now))) return false;
	await narrowPersonal(trx, vault, row.personalId, ({ name: _, reason: __, ...kept }) => kept);
	await recordRetention(trx, row.receiptId, 'personalNarrowed', now);
	return true;
};

/** What was sent with it goes once all of it has ended; what was answered is kept as the law asks (11 CCR § 7101). */
const forgetRequest = ({ trx, vault, now }: Forgetting, { receiptId }: OwnRecords['request'][number]) =>
	forgetReceipt(trx, vault, receiptId, now);

const count = async <Row>(rows: readonly Row[], forget: (row: Row) => Promise<boolean>): Promise<number> => {
	let reached = 0;
	for (const row of rows) if (await forget(row)) reached += 1;
	return reached;
};

const eachReceipt = (rows: OwnRecords['request']) => [...new Map(rows.map((row) => [row.receiptId, row])).values()];

/** Destroys what the store holds of a person, and how many records that reached; standing choices are kept. */
export const forgetRecords = async (
	it: Forgetting,
	records: OwnRecords,
): Promise<Record<Exclude<keyof OwnRecords, 'choice'>, number>> => ({
	subscription: await count(records.subscription, (row) => forgetSubscription(it, row)),
	audience: await count(records.audience, (row) => forgetAddressee(it, row)),
	objection: await count(records.objection, (row) => forgetObjection(it, row)),
	request: await count(eachReceipt(records.request), (row) => forgetRequest(it, row)),
});
