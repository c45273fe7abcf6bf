import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { addDays, dateIn, type Instant, type PlainDate, toEpoch } from '../../schema/time.ts';
import { lettersGivenUp, openRequests, waitingLetters } from '../store/monitoring.ts';
import type { Store } from '../store/open.ts';

const gauges = {
	lettersWaiting: 'Letters that wait to be sent.',
	oldestLetterSeconds: 'For how long the oldest of them should have left.',
	lettersGivenUp: 'Letters given up after the last attempt.',
	requestsOpen: 'Requests that are not ended.',
	requestsDueSoon: 'Open requests that are due today or in the next three days.',
	requestsLate: 'Open requests whose due date has passed.',
} as const;

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Each date is compared with today where it is read. */
const countOpen = (open: Awaited<ReturnType<typeof openRequests>>, now: Instant) => {
	const count = (of: (dueOn: PlainDate, today: PlainDate) => boolean) =>
		open.reduce((sum, row) => sum + (of(row.dueOn, dateIn(now, row.zone)) ? row.count : 0), 0);
	return {
		requestsOpen: count(() => true),
		requestsDueSoon: count((dueOn, today) => dueOn >= today && dueOn < addDays(today, 4)),
		requestsLate: count((dueOn, today) => dueOn < today),
	};
};

const measure = (store: Store, now: Instant): Promise<Record<keyof typeof gauges, number>> =>
	store.read(async (tx) => {
		const { waiting, dueSince } = await waitingLetters(tx, now);
		return {
			lettersWaiting: waiting,
			oldestLetterSeconds: dueSince ? (toEpoch(now) - toEpoch(dueSince)) / 1000 : 0,
			lettersGivenUp: await lettersGivenUp(tx),
			...countOpen(await openRequests(tx), now),
		};
	});

/** The figures of the process and of what waits in its store, as Prometheus reads them; nothing in them is personal. */
export const createMonitoring = (store: Store) => {
	const registry = new Registry();
	collectDefaultMetrics({ register: registry });
	const byName = Object.entries(gauges).map(
		([name, help]) => [name, new Gauge({ name: `noticekeeper_${snake(name)}`, help, registers: [registry] })] as const,
	);
	return {
		contentType: registry.contentType,
		async figures(now: Instant): Promise<string> {
			const measured = await measure(store, now);
			for (const [name, gauge] of byName) gauge.set(measured[name as keyof typeof gauges]); // Its names are those of `gauges`.
			return registry.metrics();
		},
	};
};
