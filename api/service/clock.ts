import type { Instant } from '../../schema/time.ts';
import { decide as decideObjection } from '../domain/objection.ts';
import { decide as decideRequest } from '../domain/request.ts';
import { decide as decideSubscription, nextDeadline } from '../domain/subscription.ts';
import { objectionById } from '../store/objections.ts';
import { forgetRates } from '../store/rates.ts';
import { requestById } from '../store/requests.ts';
import { forgetSessions } from '../store/sessions.ts';
import { forgetSignIns } from '../store/sign-ins.ts';
import { subscriptionById } from '../store/subscriptions.ts';
import type { TimerRow } from '../store/tables.ts';
import { dueTimers, setTimer } from '../store/timers.ts';
import type { WriteTx } from '../store/transactions.ts';
import type { Environment } from './environment.ts';
import { loadObjection, recordObjection } from './objection-record.ts';
import { actOnPackage } from './package-record.ts';
import { type Happened, loadRequest, queueLetters, recordRequest } from './request-record.ts';
import { retain } from './retention.ts';
import { forgetAnswers } from './sent-once.ts';
import { liveSince } from './sessions.ts';
import { loadSubscription, recordSubscription } from './subscription-record.ts';

const batch = 50;

/** What came of a timer that the clock has to go on with. */
interface Lapsed {
	/** Shares its letter with the other requests of its submission. */
	request?: Happened;
	/** Something personal was destroyed, which still stands in the write-ahead log. */
	erased?: boolean;
}

type Lapse = (trx: WriteTx, id: string, now: Instant, environment: Environment) => Promise<Lapsed>;

const lapseRequest: Lapse = async (trx, id, now, { library }) => {
	const [row, before] = [await requestById(trx, id), await loadRequest(trx, id)];
	const decision = decideRequest(before?.state ?? null, { type: 'lapse' }, { now });
	if (!row || !before || !decision.ok) return {};
	const { events } = decision;
	return { request: { row: await recordRequest(trx, library.systems, row, before, events), events } };
};

const lapseObjection: Lapse = async (trx, id, now) => {
	const [row, before] = [await objectionById(trx, id), await loadObjection(trx, id)];
	const decision = decideObjection(before?.state ?? null, { type: 'lapse' }, { now });
	if (row && before && decision.ok) await recordObjection(trx, row, before, decision.events, now);
	return {};
};

const lapseSubscription: Lapse = async (trx, id, now) => {
	const [row, before] = [await subscriptionById(trx, id), await loadSubscription(trx, id)];
	const decision = decideSubscription(before?.state ?? null, { type: 'lapse' }, { now });
	if (!row || !before) return {};
	if (!decision.ok) await setTimer(trx, 'subscription', id, nextDeadline(before.state));
	else await recordSubscription(trx, row, before, decision.events, now);
	return { erased: decision.ok };
};

const lapses: Record<string, Lapse> = {
	request: lapseRequest,
	objection: lapseObjection,
	subscription: lapseSubscription,
	package: async (trx, id, now) => {
		await actOnPackage(trx, id, { type: 'expire' }, now);
		return { erased: true };
	},
	retention: async (trx, id, now, { store }) => ({ erased: await retain(trx, store.vault, id, now) }),
};

/** Answers whether anything was erased. */
const runTimers = async (trx: WriteTx, environment: Environment, timers: readonly TimerRow[]): Promise<boolean> => {
	const { now } = environment;
	const happened: Happened[] = [];
	let erased = false;
	for (const { kind, streamId } of timers) {
		// What lapses sets its next timer; what does not lapse any more has none.
		await setTimer(trx, kind, streamId, null);
		const lapsed = await lapses[kind]?.(trx, streamId, now, environment);
		if (lapsed?.request) happened.push(lapsed.request);
		erased ||= lapsed?.erased ?? false;
	}
	// The requests of one submission lapse together and share one letter.
	for (const of of Map.groupBy(happened, ({ row }) => row.receiptId).values()) await queueLetters(trx, of, now);
	return erased;
};

/** Does all that time alone decides: ends what was never confirmed, erases what is kept no longer. Answers how many timers were due. */
export const runClock = async (environment: Environment): Promise<number> => {
	const { store, now, afterCommit } = environment;
	let count = 0;
	for (;;) {
		const { ran, erased } = await store.write(async (trx) => {
			const timers = await dueTimers(trx, now, batch);
			return { erased: await runTimers(trx, environment, timers), ran: timers.length };
		});
		if (erased) await store.scrub();
		count += ran;
		if (ran > 0) afterCommit();
		if (ran < batch) break;
	}
	await store.write(async (trx) => {
		await forgetRates(trx, now);
		await forgetAnswers(trx, now);
		await forgetSignIns(trx, now);
		await forgetSessions(trx, liveSince(now).signedInAfter);
	});
	return count;
};
