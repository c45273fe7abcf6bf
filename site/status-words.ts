import type { ObjectionStatusName, RequestState, RequestStatusName } from './api/answers.ts';
import { actsAtOnce } from './rights.ts';

interface Words {
	name: string;
	said: string;
	/** Whether anything is still to come, so that its date matters. */
	open: boolean;
}

const requestWords: Record<RequestStatusName, Words> = {
	AWAITING_CONFIRMATION: {
		name: 'Waiting for you',
		said: 'Open the link in our letter to confirm it.',
		open: true,
	},
	IN_PROGRESS: { name: 'With us', said: 'We are working on it.', open: true },
	ANSWERED: { name: 'Answered', said: 'The answer went to you by letter.', open: false },
	REFUSED: { name: 'Refused', said: 'The reason went to you by letter.', open: false },
	WITHDRAWN: { name: 'Withdrawn', said: 'You took it back.', open: false },
	LAPSED: { name: 'Ended', said: 'It was not confirmed in time.', open: false },
	CLOSED: { name: 'Laid aside', said: 'It was laid aside without an answer of its own.', open: false },
};

/** What is said of a right that acts at once, where nobody had to give an address and so no letter may have gone out. */
const atOnceWords: Partial<Record<RequestStatusName, string>> = {
	ANSWERED: 'It is done. If you gave an address, a letter there says so.',
	REFUSED: 'If you gave an address, the reason is in our letter there. If not, ask us for it with your receipt code.',
};

const reasons: Record<string, string> = {
	DUPLICATE: 'An earlier request of yours asks the same. We answer you with that one.',
	ACCESS_LIMIT:
		'You have had as many answers as the notice promises in 12 months; our letter says when you can ask again.',
};

/** A request's status in words. */
export const statusWords = (request: Pick<RequestState, 'right' | 'status' | 'reason'>): Words => {
	const words = requestWords[request.status];
	const said =
		(request.reason && reasons[request.reason]) || (actsAtOnce(request.right) && atOnceWords[request.status]);
	return said ? { ...words, said } : words;
};

/** An objection's status in words. */
export const objectionWords: Record<ObjectionStatusName, { name: string; said: string }> = {
	AWAITING_CONFIRMATION: { name: 'Waiting for you', said: 'Open the link in our letter to confirm it.' },
	COUNTED: { name: 'Counted', said: 'Your objection counts.' },
	DECIDED: { name: 'Decided', said: 'The decision and its reason went to you by letter.' },
	JOINED: {
		name: 'Counted already',
		said: 'Another objection of yours to this version counts. This one adds nothing to it.',
	},
	WITHDRAWN: { name: 'Withdrawn', said: 'You took it back. It no longer counts.' },
	LAPSED: { name: 'Ended', said: 'It was not confirmed in time, and does not count.' },
};
