import type { RefusalCode } from '../../schema/refusals.ts';
import { isFinal } from '../../schema/request/lifecycle.ts';
import type { RequestState } from './request-model.ts';

/** Why staff can do nothing with a request as it stands; null where it is in progress. */
export const whyNotOpen = ({ status }: Pick<RequestState, 'status'>): RefusalCode | null => {
	if (isFinal(status)) return 'ALREADY_ENDED';
	return status === 'AWAITING_CONFIRMATION' ? 'NOT_CONFIRMED' : null;
};
