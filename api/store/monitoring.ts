import type { Instant } from '../../schema/time.ts';
import type { RequestRow } from './tables.ts';
import type { ReadTx } from './transactions.ts';

/** What waits to be sent by a mail server, and since when the oldest of it should have left; null where nothing is late. */
export const waitingLetters = async (
	tx: ReadTx,
	now: Instant,
): Promise<{ waiting: number; dueSince: Instant | null }> => {
	const row = await tx
		.selectFrom('outbox')
		.select((eb) => [eb.fn.countAll<number>().as('waiting'), eb.fn.min('dueAt').as('dueSince')])
		.where('channel', '=', 'MAIL')
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

/** How many requests are open, by due date and the zone in which that date is read. */
export const openRequests = async (tx: ReadTx): Promise<(Pick<RequestRow, 'zone' | 'dueOn'> & { count: number })[]> => {
	const rows = await tx
		.selectFrom('request')
		.select((eb) => ['zone', 'dueOn', eb.fn.countAll<number>().as('count')])
		.where('endedAt', 'is', null)
		.groupBy(['zone', 'dueOn'])
		.execute();
	return rows.map((row) => ({ ...row, count: Number(row.count) }));
};
