import { addDays, dateIn, daysBetween, type Instant, type PlainDate } from '../../schema/time.ts';
import { lettersGivenUp, waitingLetters } from '../store/monitoring.ts';
import { countByDay, countRequests, type QueueFilter } from '../store/request-queue.ts';
import type { Environment } from './environment.ts';
import { dueFilter } from './request-queue.ts';

/** How many weeks the trend goes back. */
const weeks = 12;

/** A week from a Monday on, in UTC. */
export interface RequestWeek {
	from: PlainDate;
	received: number;
	answered: number;
}

/** What there is to do, in numbers. */
export interface DeskToday {
	open: number;
	late: number;
	dueInThreeDays: number;
	newFrom: PlainDate;
	new: number;
	waitingForPerson: number;
	waitingForSystem: number;
	waitingForDesk: number;
	lettersWaiting: number;
	oldestLetterDueAt: Instant | null;
	lettersGivenUp: number;
	weeks: RequestWeek[];
}

/** 5 January 1970 was a Monday. */
const mondayOf = (on: PlainDate): PlainDate => {
	const days = daysBetween('1970-01-05' as PlainDate, on);
	return addDays(on, -(((days % 7) + 7) % 7));
};

/** The figures of days, added up by the weeks from a Monday on. */
export const weeksFrom = (first: PlainDate, days: Awaited<ReturnType<typeof countByDay>>): RequestWeek[] => {
	const sum = (rows: { on: PlainDate; count: number }[], from: PlainDate) =>
		rows.reduce((total, row) => total + (mondayOf(row.on) === from ? Number(row.count) : 0), 0);
	return Array.from({ length: weeks }, (_, index) => {
		const from = addDays(first, index * 7);
		return { from, received: sum(days.received, from), answered: sum(days.answered, from) };
	});
};

/** The numbers of this moment. */
export const deskToday = (environment: Environment): Promise<DeskToday> => {
	const { store, now } = environment;
	const today = dateIn(now, 'UTC');
	const newFrom = addDays(today, -6);
	const firstWeek = addDays(mondayOf(today), -7 * (weeks - 1));
	return store.read(async (tx) => {
		const count = (filter: QueueFilter) => countRequests(tx, { open: true, ...filter });
		const letters = await waitingLetters(tx, now);
		return {
			open: await count({}),
			late: await count(dueFilter(environment, 'LATE')),
			dueInThreeDays: await count(dueFilter(environment, 'THREE_DAYS')),
			newFrom,
			new: await count({ receivedFrom: newFrom }),
			waitingForPerson: await count({ waitingFor: 'PERSON' }),
			waitingForSystem: await count({ waitingFor: 'SYSTEM' }),
			waitingForDesk: await count({ waitingFor: 'DESK' }),
			lettersWaiting: letters.waiting,
			oldestLetterDueAt: letters.dueSince,
			lettersGivenUp: await lettersGivenUp(tx),
			weeks: weeksFrom(firstWeek, await countByDay(tx, firstWeek)),
		};
	});
};
