import { sql } from 'kysely';
import type { Instant, PlainDate } from '../../schema/time.ts';
import type { ReadTx } from './transactions.ts';

/** Events of some types on the streams of preferences, after a sequence number, each with what its preference is of. */
export const choiceEventsAfter = (
	tx: ReadTx,
	{ types, seq, limit }: { types: readonly string[]; seq: number; limit: number },
) =>
	tx
		.selectFrom('event')
		.innerJoin('preference', 'preference.id', 'event.streamId')
		.select(['event.seq', 'event.type', 'event.at', 'event.data', 'preference.id', 'preference.kind'])
		.where('event.streamKind', '=', 'preference')
		.where('event.type', 'in', types)
		.where('event.seq', '>', seq)
		.orderBy('event.seq')
		.limit(limit)
		.execute();

/** How many events of each type each day in UTC has, between two dates, both included. */
export const countChoices = async (tx: ReadTx, from: PlainDate, to: PlainDate) => {
	const on = sql<PlainDate>`substr(at, 1, 10)`;
	return tx
		.selectFrom('event')
		.select((eb) => [on.as('on'), 'type', eb.fn.countAll<number>().as('count')])
		.where('streamKind', '=', 'preference')
		.where(on, '>=', from)
		.where(on, '<=', to)
		.groupBy([on, 'type'])
		.orderBy(on)
		.execute();
};

/** How many events of each type browsers have from one instant to before another, those left out that a request asked for. */
export const countOwnChoices = async (tx: ReadTx, from: Instant, until: Instant): Promise<Record<string, number>> => {
	const rows = await tx
		.selectFrom('event')
		.innerJoin('preference', 'preference.id', 'event.streamId')
		.select((eb) => ['event.type', eb.fn.countAll<number>().as('count')])
		.where('event.streamKind', '=', 'preference')
		.where('preference.kind', '=', 'BROWSER')
		.where('event.at', '>=', from)
		.where('event.at', '<', until)
		.where('event.data', 'not like', '%"byRequest":true%')
		.groupBy('event.type')
		.execute();
	return Object.fromEntries(rows.map(({ type, count }) => [type, Number(count)]));
};
