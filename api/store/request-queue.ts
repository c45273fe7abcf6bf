import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import type { Right } from '../../schema/notice/vocabulary.ts';
import type { IntakeManner, RequestStatus } from '../../schema/request/vocabulary.ts';
import type { RequestOrder, WaitingParty } from '../../schema/request/waiting.ts';
import { isLeft } from '../../schema/system/task-lifecycle.ts';
import { taskStatuses } from '../../schema/system/task-vocabulary.ts';
import type { Instant, PlainDate } from '../../schema/time.ts';
import type { Database, RequestRow } from './tables.ts';
import type { ReadTx } from './transactions.ts';

/** The last date that is meant in each zone in which dates are read, and in all others. */
export interface DateByZone {
	zones: Readonly<Record<string, PlainDate>>;
	others: PlainDate;
}

/** Which requests are meant; all where nothing is said. */
export interface QueueFilter {
	status?: RequestStatus | undefined;
	/** Only those that have not ended. */
	open?: boolean | undefined;
	right?: Right | undefined;
	notice?: string | undefined;
	regime?: string | undefined;
	manner?: IntakeManner | undefined;
	waitingFor?: WaitingParty | undefined;
	receivedFrom?: PlainDate | undefined;
	/** Only those due from this date on, in every zone. */
	dueAfter?: DateByZone | undefined;
	dueUntil?: DateByZone | undefined;
}

/** A page of the queue: after this one. */
export interface QueuePage extends QueueFilter {
	limit: number;
	order: RequestOrder;
	after?: { at: string; id: string } | undefined;
}

type Builder = ExpressionBuilder<Database, 'request'>;

const dateIn = ({ zones, others }: DateByZone) => {
	const cases = Object.entries(zones).map(([zone, on]) => sql`when ${zone} then ${on}`);
	return cases.length === 0
		? sql<PlainDate>`${others}`
		: sql<PlainDate>`case zone ${sql.join(cases, sql` `)} else ${others} end`;
};

/** The latest of the dates, which an index can be read up to. */
const latestOf = ({ zones, others }: DateByZone) => [others, ...Object.values(zones)].toSorted().at(-1) ?? others;

const isOnPerson = (eb: Builder): Expression<SqlBool> =>
	eb.or([
		eb('status', '=', 'AWAITING_CONFIRMATION'),
		eb('consumerAskedUntil', 'is not', null),
		eb.and([
			eb('question', 'is not', null),
			eb('repliedAt', 'is', null),
			eb.or([eb('question', '=', 'DETAILS'), eb('verifiedAt', 'is', null)]),
		]),
	]);

const hasTasksLeft = (eb: Builder): Expression<SqlBool> =>
	eb.exists(
		eb
			.selectFrom('systemTask')
			.select('systemTask.id')
			.whereRef('systemTask.requestId', '=', 'request.id')
			.where('systemTask.status', 'in', taskStatuses.filter(isLeft)),
	);

/** The same as `waitingFor` of the schema, said to the database. */
const isWaitingFor = (eb: Builder, party: WaitingParty): Expression<SqlBool> => {
	if (party === 'PERSON') return isOnPerson(eb);
	return eb.and([eb.not(isOnPerson(eb)), party === 'SYSTEM' ? hasTasksLeft(eb) : eb.not(hasTasksLeft(eb))]);
};

/** Columns that must hold exactly what is asked for. */
const exact = ['status', 'right', 'notice', 'regime', 'manner'] as const;

/** Whether a request is among those that are meant. */
const isMeant = (filter: QueueFilter) => (eb: Builder) => {
	const { open, waitingFor, receivedFrom, dueAfter, dueUntil } = filter;
	return eb.and([
		...exact.flatMap((column) => (filter[column] === undefined ? [] : [eb(column, '=', filter[column])])),
		...(open || waitingFor ? [eb('endedAt', 'is', null)] : []),
		...(waitingFor ? [isWaitingFor(eb, waitingFor)] : []),
		...(receivedFrom ? [eb('receivedOn', '>=', receivedFrom)] : []),
		...(dueAfter ? [eb('dueOn', '>', dateIn(dueAfter))] : []),
		...(dueUntil ? [eb('dueOn', '<=', latestOf(dueUntil)), eb('dueOn', '<=', dateIn(dueUntil))] : []),
	]);
};

const columnOf = { RECEIVED: 'receivedAt', DUE: 'dueOn' } as const satisfies Record<RequestOrder, string>;

/** The requests that are meant, in an order, those of one instant or date by id. */
export const queuePage = (tx: ReadTx, { limit, order, after, ...filter }: QueuePage): Promise<RequestRow[]> => {
	const column = columnOf[order];
	let query = tx.selectFrom('request').selectAll().where(isMeant(filter));
	if (after) {
		const at = after.at as Instant & PlainDate; // A cursor came from a row.
		// Said so, SQLite begins to read the index at the cursor.
		query = query.where(column, '>=', at).where((eb) => eb.or([eb(column, '>', at), eb('id', '>', after.id)]));
	}
	return query.orderBy(column).orderBy('id').limit(limit).execute();
};

/** How many requests are meant. */
export const countRequests = async (tx: ReadTx, filter: QueueFilter): Promise<number> => {
	const { count } = await tx
		.selectFrom('request')
		.select((eb) => eb.fn.countAll<number>().as('count'))
		.where(isMeant(filter))
		.executeTakeFirstOrThrow();
	return Number(count);
};

/** How many requests were received, and how many answered, on each day in UTC from one on that had any. */
export const countByDay = async (tx: ReadTx, from: PlainDate) => {
	const count = (column: 'receivedAt' | 'endedAt') => {
		const on = sql<PlainDate>`substr(${sql.ref(column)}, 1, 10)`;
		return tx
			.selectFrom('request')
			.select((eb) => [on.as('on'), eb.fn.countAll<number>().as('count')])
			.where(column, '>=', `${from}T00:00:00.000Z` as Instant) // Midnight is an instant.
			.groupBy(on);
	};
	return {
		received: await count('receivedAt').execute(),
		answered: await count('endedAt').where('answeredAt', 'is not', null).execute(),
	};
};
