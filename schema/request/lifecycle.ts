import type { Right } from '../notice/vocabulary.ts';
import {
	isImmediate,
	type Party,
	type RequestAction,
	type RequestStatus,
	requestActions,
	verifiedRights,
} from './vocabulary.ts';

interface Transition {
	from: readonly RequestStatus[];
	/** `same` where the status stays and only a fact is added. */
	to: RequestStatus | 'same';
	by: Party;
	/** Absent where every right allows it. */
	rights?: readonly Right[];
	/** Whether the person must (true) or must not (false) have been verified; absent where either will do. */
	verified?: boolean;
	/** Whether the answer must not (false) have been put off before; absent where that does not matter. */
	extended?: false;
}

/** The statuses in which something is still to be done. */
const openStatuses = ['AWAITING_CONFIRMATION', 'IN_PROGRESS'] as const satisfies readonly RequestStatus[];

/** Every change that a request can undergo after it was received. */
export const requestLifecycle = {
	CONFIRM: { from: ['AWAITING_CONFIRMATION'], to: 'IN_PROGRESS', by: 'person', rights: verifiedRights },
	WITHDRAW: { from: openStatuses, to: 'WITHDRAWN', by: 'person' },
	VERIFY: { from: ['IN_PROGRESS'], to: 'same', by: 'staff', rights: verifiedRights, verified: false },
	EXTEND: { from: ['IN_PROGRESS'], to: 'same', by: 'staff', rights: verifiedRights, extended: false },
	ANSWER: { from: ['IN_PROGRESS'], to: 'ANSWERED', by: 'staff', verified: true },
	REFUSE: { from: ['IN_PROGRESS'], to: 'REFUSED', by: 'staff' },
	LAPSE: { from: ['AWAITING_CONFIRMATION'], to: 'LAPSED', by: 'clock', rights: verifiedRights },
} as const satisfies Record<RequestAction, Transition>;

/** The status in which a request for a right begins. */
export const firstStatus = (right: Right): RequestStatus =>
	isImmediate(right) ? 'IN_PROGRESS' : 'AWAITING_CONFIRMATION';

/** Whether a status is left by nothing. */
export const isFinal = (status: RequestStatus): boolean => !(openStatuses as readonly RequestStatus[]).includes(status);

/** What is known of a request where it is asked what can be done to it. */
export interface ActionSubject {
	status: RequestStatus;
	right: Right;
	/** Whether staff has verified the person; immediate rights need no such thing. */
	verified: boolean;
	/** Whether the answer was put off. */
	extended: boolean;
}

/** The actions open to a party now, in the order of the vocabulary; never VERIFY for a right that acts at once. */
export const availableActions = (subject: ActionSubject, by: Party): RequestAction[] =>
	requestActions.filter((action) => requestLifecycle[action].by === by && allows(action, subject));

/** Whether the table allows an action, whoever may take it. */
export function allows(action: RequestAction, { status, right, verified, extended }: ActionSubject): boolean {
	const row: Transition = requestLifecycle[action];
	const proven = verified || isImmediate(right);
	return (
		row.from.includes(status) &&
		(row.rights?.includes(right) ?? true) &&
		(row.verified === undefined || row.verified === proven) &&
		(row.extended === undefined || row.extended === extended)
	);
}
