import { randomBytes, randomUUID } from 'node:crypto';
import { insertAdditions } from '../../api/store/additions.ts';
import type { Store } from '../../api/store/open.ts';
import { insertPersonal } from '../../api/store/personal.ts';
import { insertSubscription } from '../../api/store/subscriptions.ts';
import type { ObjectionRow, RequestRow, SubscriptionRow } from '../../api/store/tables.ts';
import type { Right } from '../../schema/notice/vocabulary.ts';
import { type ReceiptCode, receiptCode } from '../../schema/receipt.ts';
import { addSeconds, type PlainDate } from '../../schema/time.ts';
import { demoInstant } from './places.ts';

const day = 24 * 60 * 60;
const inForce = '2026-09-01';

interface Person {
	email?: string;
	locale?: string;
	notice?: string;
	version?: string;
	answer?: string;
}

const addReceipt = async (store: Store, kind: 'request' | 'objection', person: Person, version: string) => {
	const [id, personalId] = [randomUUID(), randomUUID()];
	const code = receiptCode(randomBytes(10));
	const { email = 'ada@example.com', locale = 'en', notice = 'california' } = person;
	await store.write(async (trx) => {
		await insertPersonal(trx, store.vault, { id: personalId, data: { email, code }, now: demoInstant });
		await insertAdditions(trx, [
			{
				receipt: [
					{
						id,
						kind,
						codeHash: store.vault.codeHash(code),
						personalId,
						notice,
						version: person.version ?? version,
						locale,
						receivedAt: demoInstant,
					},
				],
			},
		]);
	});
	return { id, personalId, code };
};

export interface TestReceipt {
	id: string;
	personalId: string;
	code: ReceiptCode;
}

/** A submission as it stands in the store, with one request for each right. */
export const addRequests = async (
	store: Store,
	rights: readonly Right[],
	person: Person & { change?: Partial<RequestRow> } = {},
): Promise<TestReceipt & { requestIds: string[] }> => {
	const receipt = await addReceipt(store, 'request', person, inForce);
	const requestIds = rights.map(() => randomUUID());
	await store.write(async (trx) => {
		for (const [index, right] of rights.entries()) {
			await insertAdditions(trx, [
				{
					request: [
						{
							id: requestIds[index] ?? '',
							receiptId: receipt.id,
							right,
							requester: 'SELF',
							manner: 'FORM',
							regime: 'california',
							zone: 'America/Los_Angeles',
							population: 'website',
							status: 'AWAITING_CONFIRMATION',
							notice: person.notice ?? 'california',
							version: person.version ?? inForce,
							receivedAt: demoInstant,
							receivedOn: '2026-12-01' as PlainDate,
							dueOn: '2027-01-15' as PlainDate,
							dueCite: 'promise',
							hasAddress: 1,
							byPost: 0,
							sinceOn: null,
							itemCount: null,
							confirmBy: addSeconds(demoInstant, 45 * day),
							accessLimitCount: 2,
							accessLimitMonths: 12,
							confirmedAt: null,
							verifiedAt: null,
							consumerAskedUntil: null,
							proofs: '[]',
							treatedAs: null,
							question: null,
							fee: null,
							extendedOn: null,
							extensionReason: null,
							answeredAt: null,
							outcome: null,
							ground: null,
							groundCite: null,
							denials: '[]',
							contested: '[]',
							reopenedAt: null,
							endedAt: null,
							reason: null,
							nextOn: null,
							streamVersion: 1,
							...person.change,
						},
					],
				},
			]);
		}
	});
	return { ...receipt, requestIds };
};

/** An objection to the announced version as it stands in the store. */
export const addObjection = async (
	store: Store,
	person: Person & { change?: Partial<ObjectionRow> } = {},
): Promise<TestReceipt & { objectionId: string }> => {
	const version = '2027-03-01';
	const receipt = await addReceipt(store, 'objection', person, version);
	const objectionId = randomUUID();
	await store.write((trx) =>
		insertAdditions(trx, [
			{
				objection: [
					{
						id: objectionId,
						receiptId: receipt.id,
						notice: 'california',
						version,
						status: 'AWAITING_CONFIRMATION',
						receivedAt: demoInstant,
						confirmBy: addSeconds(demoInstant, 7 * day),
						countedAt: null,
						decidedAt: null,
						decision: null,
						endedAt: null,
						streamVersion: 1,
						...person.change,
					},
				],
			},
		]),
	);
	return { ...receipt, objectionId };
};

/** A subscription as it stands in the store. */
export const addSubscription = async (
	store: Store,
	person: Person & { change?: Partial<SubscriptionRow>; notices?: string[] } = {},
): Promise<{ id: string; personalId: string }> => {
	const [id, personalId] = [randomUUID(), randomUUID()];
	const { email = 'ada@example.com', locale = 'en', notices = ['california'] } = person;
	await store.write(async (trx) => {
		await insertPersonal(trx, store.vault, { id: personalId, data: { email }, now: demoInstant });
		const row: SubscriptionRow = {
			id,
			personalId,
			status: 'PENDING',
			locale,
			leastClass: 'substantive',
			frequency: 'IMMEDIATE',
			requestedAt: demoInstant,
			confirmBy: addSeconds(demoInstant, 2 * day),
			confirmedAt: null,
			endedAt: null,
			erasedAt: null,
			streamVersion: 1,
			...person.change,
		};
		await insertSubscription(trx, row, notices);
	});
	return { id, personalId };
};
