import { parseReceiptCode } from '../../schema/receipt.ts';
import { regimes } from '../../schema/regimes/regimes.ts';
import { type DueWithin, lastDayOf, type WaitingParty, waitingFor } from '../../schema/request/waiting.ts';
import { addDays, dateIn, daysBetween, type PlainDate } from '../../schema/time.ts';
import { receiptByCodeHash, receiptsByEmail } from '../store/receipts.ts';
import { type DateByZone, type QueueFilter, type QueuePage, queuePage } from '../store/request-queue.ts';
import { requestsByReceipt } from '../store/requests.ts';
import type { ReadTx } from '../store/transactions.ts';
import type { Environment } from './environment.ts';
import type { DeskRequest } from './request-desk.ts';
import { countTasksLeft } from './system-tasks.ts';

/** Which requests are meant, and how many of them. */
export type Asked = Omit<QueuePage, 'dueAfter' | 'dueUntil'> & { due?: DueWithin | undefined };

/** Some days from today, in every zone in which dates of requests are read. */
const daysFromToday = ({ library, now }: Environment, days: number): DateByZone => {
	const zones = [...library.notices.map(({ zone }) => zone), ...Object.values(regimes).map(({ zone }) => zone)];
	const on = (zone: string) => [zone, addDays(dateIn(now, zone), days)] as const;
	return {
		zones: Object.fromEntries([...new Set(zones)].flatMap((zone) => (zone ? [on(zone)] : []))),
		others: addDays(dateIn(now, 'UTC'), days),
	};
};

/** Which open requests are due so soon. */
export const dueFilter = (environment: Environment, due: DueWithin): QueueFilter => ({
	open: true,
	dueUntil: daysFromToday(environment, lastDayOf[due]),
	...(due !== 'LATE' && { dueAfter: daysFromToday(environment, lastDayOf.LATE) }),
});

/** A page of the queue. */
export const requestQueue = (environment: Environment, { due, ...page }: Asked): Promise<DeskRequest[]> =>
	environment.store.read((tx) => queuePage(tx, { ...page, ...(due && dueFilter(environment, due)) }));

const requestsOf = async (tx: ReadTx, receiptIds: readonly string[]): Promise<DeskRequest[]> => {
	const found: DeskRequest[] = [];
	for (const id of receiptIds) found.push(...(await requestsByReceipt(tx, id)));
	return found;
};

/** The requests that a receipt code is for; none where it is a code of nothing. */
export const requestsByCode = ({ store }: Environment, text: string): Promise<DeskRequest[]> =>
	store.read(async (tx) => {
		const code = parseReceiptCode(text);
		const receipt = code && (await receiptByCodeHash(tx, store.vault.codeHash(code)));
		return requestsOf(tx, receipt ? [receipt.id] : []);
	});

/** The requests of an address, the earliest first. */
export const requestsByAddress = ({ store }: Environment, email: string): Promise<DeskRequest[]> =>
	store.read(async (tx) => {
		const receipts = await receiptsByEmail(tx, store.vault.emailIndex(email));
		return requestsOf(
			tx,
			receipts.map(({ id }) => id),
		);
	});

/** Whom a request waits for; null once it has ended. */
export const waitsFor = async (environment: Environment, request: DeskRequest): Promise<WaitingParty | null> =>
	waitingFor(request, request.endedAt ? 0 : await countTasksLeft(environment, request.id));

const todayOf = ({ now }: Pick<Environment, 'now'>, { zone }: DeskRequest): PlainDate => dateIn(now, zone);

/** How many days are left until an open request is due, by the calendar of its law; negative where it is late. */
export const daysLeft = (environment: Pick<Environment, 'now'>, request: DeskRequest): number | null =>
	request.endedAt ? null : daysBetween(todayOf(environment, request), request.dueOn);
