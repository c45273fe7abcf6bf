import type { RequestState } from './api/answers.ts';
import { actsAtOnce } from './rights.ts';
import type { RequestsText } from './text/requests-en.ts';

type Request = Pick<RequestState, 'right' | 'status' | 'reason'>;

/** What is said of some requests only, where it differs from what is said of the others in the same status. */
const saidOf = ({ right, status, reason }: Request, t: RequestsText): string | undefined => {
	if (reason === 'ACCESS_LIMIT') return t.accessLimit;
	if (reason === 'DUPLICATE') return t.duplicate;
	if (!actsAtOnce(right)) return undefined;
	return { ANSWERED: t.doneAtOnce, REFUSED: t.refusedAtOnce }[status as string];
};

/** A request's status in words. */
export const statusWords = (request: Request, t: RequestsText): { name: string; said: string } => {
	const words = t.status[request.status];
	return { name: words.name, said: saidOf(request, t) ?? words.said };
};

/** Whether anything of a request is still to come, so that its date matters. */
export const isOpen = ({ status }: Pick<RequestState, 'status'>): boolean =>
	status === 'AWAITING_CONFIRMATION' || status === 'IN_PROGRESS';
