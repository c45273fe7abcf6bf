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

/** What became of the requests for one right (11 CCR 7102(a)(1)). */
export interface RightFigures {
	right: Right;
	received: number;
	complied: number;
	denied: number;
	/** Taken back, never confirmed, or laid aside. */
	unpursued: number;
	open: number;
	/** Of days from receipt to compliance or denial; null where there was neither. */
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

const figuresOf = (right: Right, requests: readonly CountedRequest[]): RightFigures => {
	const count = (of: readonly RequestStatus[]) => requests.filter(({ status }) => of.includes(status)).length;
	const days = requests
		.flatMap(({ status, receivedOn, endedOn }) =>
			endedOn && decided.includes(status) ? [daysBetween(receivedOn, endedOn)] : [],
		)
		.sort((a, b) => a - b);
	return {
		right,
		received: requests.length,
		complied: count(['ANSWERED']),
		denied: count(['REFUSED']),
		unpursued: count(dropped),
		open: requests.length - count([...decided, ...dropped]),
		medianDays: median(days),
		meanDays: mean(days),
	};
};

/** What became of some requests, a line for every right; each request stands in exactly one of the counts beside `received`. */
export const requestFigures = (requests: readonly CountedRequest[]): RightFigures[] => {
	const byRight = Map.groupBy(requests, ({ right }) => right);
	return rights.map((right) => figuresOf(right, byRight.get(right) ?? []));
};
