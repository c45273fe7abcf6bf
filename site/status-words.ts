import type { Instant, PlainDate } from '../schema/time.ts';
import type { RequestState } from './api/answers.ts';
import { actsAtOnce } from './rights.ts';
import type { RequestsText } from './text/requests-en.ts';

type Request = Pick<RequestState, 'right' | 'status' | 'reason'> & Partial<Pick<RequestState, 'outcome'>>;

/** What is said of some requests only, where it differs from what is said of the others in the same status. */
const saidOf = ({ right, status, reason, outcome }: Request, t: RequestsText): string | undefined => {
	if (reason === 'ACCESS_LIMIT') return t.accessLimit;
	if (reason === 'DUPLICATE') return t.duplicate;
	if (outcome === 'PARTLY') return t.partly;
	if (!actsAtOnce(right)) return undefined;
	return { ANSWERED: t.doneAtOnce, REFUSED: t.refusedAtOnce }[status as string];
};

/** A request's status in words. */
export const statusWords = (request: Request, t: RequestsText): { name: string; said: string } => {
	const words = t.status[request.status];
	return { name: words.name, said: saidOf(request, t) ?? words.said };
};

/** Dates, and the dates of instants, in words. */
interface Dated {
	on(on: PlainDate): string;
	at(at: Instant): string;
}

/** What else to know of a request: how far back it asks, what we asked for, why its answer comes later, and as what it is answered. */
export const notesOf = (
	{
		right,
		status,
		sinceOn,
		question,
		repliedAt,
		consumerAskedUntil,
		extendedOn,
		extensionReason,
		treatedAs,
	}: RequestState,
	t: RequestsText,
	dated: Dated,
): string[] => [
	...(sinceOn ? [t.since(dated.on(sinceOn))] : []),
	...(treatedAs ? [t.asCategories] : []),
	...(extendedOn && extensionReason ? [t.putOff[extensionReason](dated.on(extendedOn))] : []),
	...(consumerAskedUntil && status === 'IN_PROGRESS' ? [t.consumerAsked(dated.at(consumerAskedUntil))] : []),
	// Where nobody had to give an address, no letter may have gone out.
	...(question && status === 'IN_PROGRESS' && !actsAtOnce(right) && !repliedAt ? [t.questioned[question]] : []),
	...(repliedAt && status === 'IN_PROGRESS' ? [t.messages.replied(dated.at(repliedAt))] : []),
];

/** Whether anything of a request is still to come, so that its date matters. */
export const isOpen = ({ status }: Pick<RequestState, 'status'>): boolean =>
	status === 'AWAITING_CONFIRMATION' || status === 'IN_PROGRESS';
