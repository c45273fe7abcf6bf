import type { Instant, PlainDate } from '../../../schema/time.ts';
import type { Operation } from '../../api/operations.ts';

export interface Week {
	from: PlainDate;
	received: number;
	answered: number;
}

/** What there is to do, in numbers. */
export interface Today {
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
	weeks: Week[];
}

export const today: Operation<object, Today> = {
	field: 'deskToday',
	text: `query Today { deskToday { open late dueInThreeDays newFrom new waitingForPerson waitingForSystem waitingForDesk
		lettersWaiting oldestLetterDueAt lettersGivenUp weeks { from received answered } } }`,
};
