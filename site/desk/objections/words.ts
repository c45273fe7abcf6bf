import type { ObjectionStatusName } from '../../api/answers.ts';
import type { Decision } from './operations.ts';

export const objectionWordsOf = {
	AWAITING_CONFIRMATION: 'Not confirmed',
	COUNTED: 'To be decided',
	DECIDED: 'Decided',
	JOINED: 'Beside another of the same address',
	WITHDRAWN: 'Withdrawn',
	LAPSED: 'Never confirmed',
} as const satisfies Record<ObjectionStatusName, string>;

export const decisionWords = { UPHELD: 'Upheld', REJECTED: 'Rejected' } as const satisfies Record<Decision, string>;

/** How an objection stands: the decision, once there is one. */
export const standing = ({ status, decision }: { status: ObjectionStatusName; decision: Decision | null }): string =>
	status === 'DECIDED' && decision ? decisionWords[decision] : objectionWordsOf[status];
