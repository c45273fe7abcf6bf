import type { ActionSubject } from '../../schema/request/lifecycle.ts';
import type { RequestState } from './request-model.ts';

/** What the table of the lifecycle asks about a request. */
export const subjectOf = ({
	status,
	right,
	verifiedAt,
	extendedOn,
}: Pick<RequestState, 'status' | 'right' | 'verifiedAt' | 'extendedOn'>): ActionSubject => ({
	status,
	right,
	verified: verifiedAt !== null,
	extended: extendedOn !== null,
});
