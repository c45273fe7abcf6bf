import type { Instant, PlainDate } from '../../schema/time.ts';
import type { ReadTx } from './transactions.ts';

/** What waits to be sent, and since when the oldest of it should have left; null where nothing is late. */
export const waitingLetters = async (
	tx: ReadTx,
	now: Instant,
): Promise<{ waiting: number; dueSince: Instant | null }> => {
	const row = await tx
		.selectFrom('outbox')
		.select((eb) => [eb.fn.countAll<number>().as('waiting'), eb.fn.min('dueAt').as('dueSince')])
		.where('sentAt', 'is', null)
		.where('failedAt', 'is', null)
		.where('droppedAt', 'is', null)
		.executeTakeFirstOrThrow();
	return { waiting: Number(row.waiting), dueSince: row.dueSince && row.dueSince <= now ? row.dueSince : null };
};

/** How many letters were given up and wait for a person. */
export const lettersGivenUp = async (tx: ReadTx): Promise<number> => {
	const row = await tx
		.selectFrom('outbox')
		.select((eb) => eb.fn.countAll<number>().as('failed'))
		.where('failedAt', 'is not', null)
		.executeTakeFirstOrThrow();
	return Number(row.failed);
};

/** How many requests are open, of these are due by a date, and should have been answered before another. */
export const openRequests = async (
	tx: ReadTx,
	{ today, soon }: { today: PlainDate; soon: PlainDate },
): Promise<{ open: number; dueSoon: number; late: number }> => {
	const counted = (from: PlainDate | null, until: PlainDate | null) => {
		let query = tx
			.selectFrom('request')
			.select((eb) => eb.fn.countAll<number>().as('count'))
			.where('endedAt', 'is', null);
		if (from) query = query.where('dueOn', '>=', from);
		if (until) query = query.where('dueOn', '<', until);
		return query.executeTakeFirstOrThrow().then(({ count }) => Number(count));
	};
	return { open: await counted(null, null), dueSoon: await counted(today, soon), late: await counted(null, today) };
};
