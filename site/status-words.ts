import type { ObjectionStatusName, RequestState, RequestStatusName } from './api/answers.ts';

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
};

const reasons: Record<string, string> = {
	ACCESS_LIMIT:
		'You have had as many answers as the notice promises in 12 months; our letter says when you can ask again.',
};

/** A request's status in words. */
export const statusWords = (request: Pick<RequestState, 'status' | 'reason'>): Words => {
	const words = requestWords[request.status];
	const reason = request.reason && reasons[request.reason];
	return reason ? { ...words, said: reason } : words;
};

/** An objection's status in words. */
export const objectionWords: Record<ObjectionStatusName, { name: string; said: string }> = {
	AWAITING_CONFIRMATION: { name: 'Waiting for you', said: 'Open the link in our letter to confirm it.' },
	COUNTED: { name: 'Counted', said: 'Your objection counts.' },
	WITHDRAWN: { name: 'Withdrawn', said: 'You took it back. It no longer counts.' },
	LAPSED: { name: 'Ended', said: 'It was not confirmed in time, and does not count.' },
};
