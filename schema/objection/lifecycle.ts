import type { Party } from '../request/vocabulary.ts';
import { type ObjectionAction, type ObjectionStatus, objectionActions } from './vocabulary.ts';

interface Transition {
	from: readonly ObjectionStatus[];
	/** Several where it depends on what else the person sent. */
	to: readonly ObjectionStatus[];
	by: Party;
}

/** Every change that an objection can undergo after it was sent. */
export const objectionLifecycle = {
	CONFIRM: { from: ['AWAITING_CONFIRMATION', 'JOINED'], to: ['COUNTED', 'JOINED'], by: 'person' },
	DECIDE: { from: ['COUNTED'], to: ['DECIDED'], by: 'staff' },
	WITHDRAW: { from: ['AWAITING_CONFIRMATION', 'JOINED', 'COUNTED', 'DECIDED'], to: ['WITHDRAWN'], by: 'person' },
	LAPSE: { from: ['AWAITING_CONFIRMATION', 'JOINED'], to: ['LAPSED'], by: 'clock' },
} as const satisfies Record<ObjectionAction, Transition>;

/** Whether the table allows an action in a status, whoever may take it. */
export const allowsObjection = (action: ObjectionAction, status: ObjectionStatus): boolean =>
	(objectionLifecycle[action].from as readonly ObjectionStatus[]).includes(status);

/** The actions open to a party in a status. */
export const objectionActionsFor = (status: ObjectionStatus, by: Party): ObjectionAction[] =>
	objectionActions.filter((action) => objectionLifecycle[action].by === by && allowsObjection(action, status));
