import type { Right } from '../notice/vocabulary.ts';
import { missingProofs } from './authority.ts';
import {
	type IntakeManner,
	isImmediate,
	type Party,
	type Proof,
	type RequestAction,
	type Requester,
	type RequestStatus,
	requestActions,
	verifiedRights,
} from './vocabulary.ts';

/** What is known of a request where it is asked what can be done to it. */
export interface ActionSubject {
	status: RequestStatus;
	right: Right;
	requester: Requester;
	/** What has been shown so far. */
	proofs: readonly Proof[];
	/** Whether it asked for pieces of data and is answered with categories. */
	treatedAs: Right | null;
	/** When its answer was put off; null where it was not. */
	extendedOn: string | null;
	/** Until when the person acted for can say whether the agent may act; null where they are not asked. */
	consumerAskedUntil: string | null;
}

interface Transition {
	from: readonly RequestStatus[];
	/** `same` where the status stays and only a fact is added. */
	to: RequestStatus | 'same';
	by: Party;
	/** Absent where every right allows it. */
	rights?: readonly Right[];
	/** What must be true beside; absent where nothing must. */
	when?: (subject: ActionSubject) => boolean;
}

/** The statuses in which something is still to be done. */
const openStatuses = ['AWAITING_CONFIRMATION', 'IN_PROGRESS'] as const satisfies readonly RequestStatus[];

/** What is still to be shown before a request can be granted; empty where nothing is. */
export const missingOf = ({
	requester,
	right,
	treatedAs,
	proofs,
}: Pick<ActionSubject, 'requester' | 'right' | 'treatedAs' | 'proofs'>) =>
	missingProofs(requester, treatedAs ?? right, proofs);

/** The statuses in which there is something to write to each other about: it is looked at, or has been decided. */
const talking = ['IN_PROGRESS', 'ANSWERED', 'REFUSED'] as const satisfies readonly RequestStatus[];

const lacksIdentity = (subject: ActionSubject) => missingOf(subject).includes('IDENTITY');
const lacksAuthority = (subject: ActionSubject) => missingOf(subject).some((proof) => proof !== 'IDENTITY');
const isConsumerAsked = ({ consumerAskedUntil }: ActionSubject) => consumerAskedUntil !== null;
/** What acts at once is done without proof; that proof lacks is at most a reason to refuse it. */
const mayBeGranted = (subject: ActionSubject) => isImmediate(subject.right) || missingOf(subject).length === 0;

/** Every change that a request can undergo after it was received. */
export const requestLifecycle = {
	CONFIRM: { from: ['AWAITING_CONFIRMATION'], to: 'IN_PROGRESS', by: 'person', rights: verifiedRights },
	WITHDRAW: { from: openStatuses, to: 'WITHDRAWN', by: 'person' },
	REPLY: { from: talking, to: 'same', by: 'person' },
	AUTHORISE: {
		from: ['IN_PROGRESS'],
		to: 'same',
		by: 'staff',
		when: (subject) => subject.requester !== 'SELF' && (lacksAuthority(subject) || lacksIdentity(subject)),
	},
	// One of two ways, and never one that a person is made to take beside the other (11 CCR 7063(a)).
	ASK_CONSUMER: {
		from: ['IN_PROGRESS'],
		to: 'same',
		by: 'staff',
		rights: verifiedRights,
		when: (subject) => subject.requester === 'AGENT' && lacksIdentity(subject),
	},
	CONFIRM_AGENT: { from: ['IN_PROGRESS'], to: 'same', by: 'consumer', when: isConsumerAsked },
	DENY_AGENT: { from: ['IN_PROGRESS'], to: 'REFUSED', by: 'consumer', when: isConsumerAsked },
	VERIFY: { from: ['IN_PROGRESS'], to: 'same', by: 'staff', rights: verifiedRights, when: lacksIdentity },
	TREAT_AS_CATEGORIES: {
		from: ['IN_PROGRESS'],
		to: 'same',
		by: 'staff',
		rights: ['KNOW_SPECIFIC'],
		when: (subject) => subject.treatedAs === null && lacksIdentity(subject),
	},
	ASK: { from: ['IN_PROGRESS'], to: 'same', by: 'staff' },
	WRITE: { from: talking, to: 'same', by: 'staff' },
	CHARGE: { from: ['IN_PROGRESS'], to: 'same', by: 'staff', rights: verifiedRights },
	EXTEND: {
		from: ['IN_PROGRESS'],
		to: 'same',
		by: 'staff',
		rights: verifiedRights,
		when: ({ extendedOn }) => extendedOn === null,
	},
	ANSWER: { from: ['IN_PROGRESS'], to: 'ANSWERED', by: 'staff', when: mayBeGranted },
	REFUSE: { from: ['IN_PROGRESS'], to: 'REFUSED', by: 'staff' },
	CLOSE: { from: openStatuses, to: 'CLOSED', by: 'staff' },
	REOPEN: { from: ['ANSWERED', 'REFUSED', 'CLOSED'], to: 'IN_PROGRESS', by: 'staff' },
	CONTEST: { from: ['ANSWERED', 'REFUSED'], to: 'same', by: 'staff', rights: ['CORRECT'] },
	LAPSE: { from: ['AWAITING_CONFIRMATION'], to: 'LAPSED', by: 'clock', rights: verifiedRights },
} as const satisfies Record<RequestAction, Transition>;

/** Whether the sender still has to show, by a link, that the address is theirs: only a form can be sent with anybody's. */
export const needsConfirmation = (right: Right, manner: IntakeManner): boolean =>
	manner === 'FORM' && !isImmediate(right);

/** Whether nothing more is to be done, unless staff looks at it again. */
export const isFinal = (status: RequestStatus): boolean => !(openStatuses as readonly RequestStatus[]).includes(status);

/** The actions open to a party now, in the order of the vocabulary; never VERIFY for a right that acts at once. */
export const availableActions = (subject: ActionSubject, by: Party): RequestAction[] =>
	requestActions.filter((action) => requestLifecycle[action].by === by && allows(action, subject));

/** Whether the table allows an action, whoever may take it. */
export function allows(action: RequestAction, subject: ActionSubject): boolean {
	const row: Transition = requestLifecycle[action];
	return (
		row.from.includes(subject.status) && (row.rights?.includes(subject.right) ?? true) && (row.when?.(subject) ?? true)
	);
}
