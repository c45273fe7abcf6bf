import type { Question, RequestStatus } from './vocabulary.ts';

/** Whose turn it is: the person's, a system's that holds data of theirs, or the desk's own. */
export const waitingParties = ['PERSON', 'SYSTEM', 'DESK'] as const;
export type WaitingParty = (typeof waitingParties)[number];

interface Waiting {
	status: RequestStatus;
	/** What the person was last asked for. */
	question: Question | null;
	/** When the person wrote since then. */
	repliedAt: string | null;
	/** Until when the person acted for can say whether their agent may act. */
	consumerAskedUntil: string | null;
	/** When staff satisfied itself of who asks, which answers any question but one for details. */
	verifiedAt: string | null;
}

/** Whether the person has still to confirm, or to answer what they were asked. */
const isOnPerson = ({ status, question, repliedAt, verifiedAt, consumerAskedUntil }: Waiting): boolean =>
	status === 'AWAITING_CONFIRMATION' ||
	consumerAskedUntil !== null ||
	(question !== null && repliedAt === null && (question === 'DETAILS' || verifiedAt === null));

/** Whom an open request waits for; null once it has ended. */
export const waitingFor = (request: Waiting, tasksLeft: number): WaitingParty | null => {
	if (request.status !== 'AWAITING_CONFIRMATION' && request.status !== 'IN_PROGRESS') return null;
	if (isOnPerson(request)) return 'PERSON';
	return tasksLeft > 0 ? 'SYSTEM' : 'DESK';
};

/** How soon an answer is due: not at all any more since its date has passed, or within so many days. */
export const dueWithins = ['LATE', 'THREE_DAYS', 'SEVEN_DAYS'] as const;
export type DueWithin = (typeof dueWithins)[number];

/** How many days after today the last date lies that is meant. */
export const lastDayOf = { LATE: -1, THREE_DAYS: 3, SEVEN_DAYS: 7 } as const satisfies Record<DueWithin, number>;

/** In what order requests are listed, the earliest first. */
export const requestOrders = ['RECEIVED', 'DUE'] as const;
export type RequestOrder = (typeof requestOrders)[number];
