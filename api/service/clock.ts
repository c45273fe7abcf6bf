import type { Instant } from '../../schema/time.ts';
import { decide as decideObjection } from '../domain/objection.ts';
import { decide as decideRequest } from '../domain/request.ts';
import { decide as decideSubscription } from '../domain/subscription.ts';
import { objectionById } from '../store/objections.ts';
import { forgetRates } from '../store/rates.ts';
import { requestById } from '../store/requests.ts';
import { subscriptionById } from '../store/subscriptions.ts';
import type { TimerRow } from '../store/tables.ts';
import { dueTimers, setTimer } from '../store/timers.ts';
import type { WriteTx } from '../store/transactions.ts';
import type { Environment } from './environment.ts';
import { loadObjection, recordObjection } from './objection-record.ts';
import { type Happened, loadRequest, queueLetters, recordRequest } from './request-record.ts';
import { loadSubscription, recordSubscription } from './subscription-record.ts';

const batch = 50;

type Lapse = (trx: WriteTx, id: string, now: Instant) => Promise<Happened | null>;

const lapseRequest: Lapse = async (trx, id, now) => {
	const [row, before] = [await requestById(trx, id), await loadRequest(trx, id)];
	const decision = decideRequest(before?.state ?? null, { type: 'lapse' }, { now });
	if (!row || !before || !decision.ok) return null;
	return { row: await recordRequest(trx, row, before, decision.events), events: decision.events };
};

const lapseObjection: Lapse = async (trx, id, now) => {
	const [row, before] = [await objectionById(trx, id), await loadObjection(trx, id)];
	const decision = decideObjection(before?.state ?? null, { type: 'lapse' }, { now });
	if (row && before && decision.ok) await recordObjection(trx, row, before, decision.events, now);
	return null;
};

const lapseSubscription: Lapse = async (trx, id, now) => {
	const [row, before] = [await subscriptionById(trx, id), await loadSubscription(trx, id)];
	const decision = decideSubscription(before?.state ?? null, { type: 'lapse' }, { now });
	if (row && before && decision.ok) await recordSubscription(trx, row, before, decision.events, now);
	return null;
};

const lapses: Record<string, Lapse> = {
	request: lapseRequest,
	objection: lapseObjection,
	subscription: lapseSubscription,
};

const runTimers = async (trx: WriteTx, timers: readonly TimerRow[], now: Instant) => {
	const happened: Happened[] = [];
	for (const { kind, streamId } of timers) {
		// What lapses sets its next timer; what does not lapse any more has none.
		await setTimer(trx, kind, streamId, null);
		const lapsed = await lapses[kind]?.(trx, streamId, now);
		if (lapsed) happened.push(lapsed);
	}
	// The requests of one submission lapse together and share one letter.
	for (const of of Map.groupBy(happened, ({ row }) => row.receiptId).values()) await queueLetters(trx, of, now);
};

/** Does all that time alone decides: ends what was never confirmed. Answers how many timers were due. */
export const runClock = async ({ store, now, afterCommit }: Environment): Promise<number> => {
	let count = 0;
	for (;;) {
		const ran = await store.write(async (trx) => {
			const timers = await dueTimers(trx, now, batch);
			await runTimers(trx, timers, now);
			return timers.length;
		});
		count += ran;
		if (ran > 0) afterCommit();
		if (ran < batch) break;
	}
	await store.write((trx) => forgetRates(trx, now));
	return count;
};
