import { addMonths, type PlainDate } from '../../schema/time.ts';
import type { CountedAccess, RequestState } from './request-model.ts';

/**
 * The first date on which an access request of this address is answered again, where the limit is used up on the
 * request's own date of receipt; null where it is not. A submission counts once, by its date of receipt, however many
 * rights of access it asked for, and only what was verified and answered is handed in.
 */
export const nextAccessOn = (
	{ accessLimit, receivedOn, submission }: Pick<RequestState, 'accessLimit' | 'receivedOn' | 'submission'>,
	counted: readonly CountedAccess[],
): PlainDate | null => {
	if (!accessLimit) return null;
	const bySubmission = new Map(counted.map((it) => [it.submission, it.receivedOn]));
	bySubmission.delete(submission);
	const freedOn = [...bySubmission.values()]
		.map((on) => addMonths(on, accessLimit.months))
		.filter((on) => on > receivedOn)
		.sort();
	return freedOn[freedOn.length - accessLimit.count] ?? null;
};
