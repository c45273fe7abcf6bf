import { type Right, rights } from '../notice/vocabulary.ts';
import type { RequestStatus } from '../request/vocabulary.ts';
import { daysBetween, type PlainDate } from '../time.ts';

/** A request, as far as figures go. */
export interface CountedRequest {
	right: Right;
	status: RequestStatus;
	receivedOn: PlainDate;
	/** Null while it is open. */
	endedOn: PlainDate | null;
}

/** What browsers chose themselves, without a request: each of these acts at once (11 CCR 7025, 7026(a)(1), 7027(b)). */
export interface CountedChoices {
	/** Opt-outs by the signal of a browser, the first of each. */
	signals: number;
	optOuts: number;
	limits: number;
}

/** What became of the requests for one right (11 CCR 7102(a)(1)). */
export interface RightFigures {
	right: Right;
	/** Choices of browsers among them. */
	received: number;
	complied: number;
	/** How many of those complied with were the signal of a browser, and how many a choice made in it. */
	bySignal: number;
	byChoice: number;
	denied: number;
	/** Taken back, never confirmed, or laid aside. */
	unpursued: number;
	open: number;
	/**
	 * Of days from receipt to compliance or denial; null where there was neither. What acts at once is left out, since its
	 * noughts would hide how long people waited for the rest.
	 */
	medianDays: number | null;
	meanDays: number | null;
}

const median = (sorted: readonly number[]): number | null => {
	const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
	return low === undefined || high === undefined ? null : (low + high) / 2;
};

const mean = (numbers: readonly number[]): number | null =>
	numbers.length === 0 ? null : numbers.reduce((sum, it) => sum + it, 0) / numbers.length;

const decided: readonly RequestStatus[] = ['ANSWERED', 'REFUSED'];
const dropped: readonly RequestStatus[] = ['WITHDRAWN', 'LAPSED', 'CLOSED'];

const none: CountedChoices = { signals: 0, optOuts: 0, limits: 0 };

const chosen = (right: Right, { signals, optOuts, limits }: CountedChoices) => ({
	bySignal: right === 'OPT_OUT' ? signals : 0,
	byChoice: right === 'OPT_OUT' ? optOuts : right === 'LIMIT' ? limits : 0,
});

const figuresOf = (right: Right, requests: readonly CountedRequest[], choices: CountedChoices): RightFigures => {
	const { bySignal, byChoice } = chosen(right, choices);
	const count = (of: readonly RequestStatus[]) => requests.filter(({ status }) => of.includes(status)).length;
	const days = requests
		.flatMap(({ status, receivedOn, endedOn }) =>
			endedOn && decided.includes(status) ? [daysBetween(receivedOn, endedOn)] : [],
		)
		.sort((a, b) => a - b);
	return {
		right,
		received: requests.length + bySignal + byChoice,
		complied: count(['ANSWERED']) + bySignal + byChoice,
		bySignal,
		byChoice,
		denied: count(['REFUSED']),
		unpursued: count(dropped),
		open: requests.length - count([...decided, ...dropped]),
		medianDays: median(days),
		meanDays: mean(days),
	};
};

/**
 * What became of some requests and choices, a line for every right; each stands in exactly one of `complied`, `denied`,
 * `unpursued` and `open`.
 */
export const requestFigures = (requests: readonly CountedRequest[], choices: CountedChoices = none): RightFigures[] => {
	const byRight = Map.groupBy(requests, ({ right }) => right);
	return rights.map((right) => figuresOf(right, byRight.get(right) ?? [], choices));
};
