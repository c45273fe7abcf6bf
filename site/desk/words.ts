import type { Role } from '../../schema/access/access.ts';
import type { DueWithin, WaitingParty } from '../../schema/request/waiting.ts';
import type { RequestStatusName, RightName } from '../api/answers.ts';

export const roleWords = {
	OFFICER: 'privacy officer',
	HANDLER: 'handler',
	AUDITOR: 'auditor',
	EDITOR: 'editor',
} as const satisfies Record<Role, string>;

export const rightWords = {
	KNOW_CATEGORIES: 'Know categories',
	KNOW_SPECIFIC: 'Know data',
	DELETE: 'Delete',
	CORRECT: 'Correct',
	OPT_OUT: 'Opt out',
	LIMIT: 'Limit',
} as const satisfies Record<RightName, string>;

export const statusWords = {
	AWAITING_CONFIRMATION: 'Not confirmed',
	IN_PROGRESS: 'In progress',
	ANSWERED: 'Answered',
	REFUSED: 'Refused',
	WITHDRAWN: 'Withdrawn',
	LAPSED: 'Lapsed',
	CLOSED: 'Closed',
} as const satisfies Record<RequestStatusName, string>;

export const waitingWords = {
	PERSON: 'the person',
	SYSTEM: 'a system',
	DESK: 'the desk',
} as const satisfies Record<WaitingParty, string>;

export const dueWords = {
	LATE: 'late',
	THREE_DAYS: 'in three days',
	SEVEN_DAYS: 'in seven days',
} as const satisfies Record<DueWithin, string>;
