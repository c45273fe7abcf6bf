import type { Right } from '../../schema/notice/vocabulary.ts';
import { keepRecordUntil } from '../../schema/regimes/clocks.ts';
import { regimeOf } from '../../schema/regimes/regimes.ts';
import { addSeconds, dateIn, type Instant, type PlainDate, startOfDay } from '../../schema/time.ts';

/** How long a letter is waited for before it is looked for, at first and again. */
export const letterSeconds = 3600;

/** What says how long the record of a request is kept. */
interface KeptRequest {
	right: Right;
	regime: string;
	/** In which its dates are read. */
	zone: string;
	receivedOn: PlainDate;
	/** Whether staff granted it. */
	granted: boolean;
}

/** What one submission leaves behind, once it has ended. */
export interface Kept {
	kind: 'request' | 'objection';
	/** Each of its requests, or its one objection. */
	parts: readonly {
		/** Null for an objection, of which no record is kept. */
		request: KeptRequest | null;
		endedAt: Instant | null;
	}[];
	/** Whether a letter of it is still to leave, for which the address is needed. */
	hasLettersWaiting: boolean;
	/** Whether the person has had what is held of them erased, by whatever request. */
	isForgotten: boolean;
	/** Whether what the person sent is destroyed already, and only the record of the answer is left. */
	isNarrowed: boolean;
	/** Until when somebody has forbidden to destroy anything. */
	heldUntil: Instant | null;
}

/** What is to be done now, and when to look again; null where an event will say so. */
export interface Retention {
	act: 'erase' | 'narrow' | null;
	lookAt: Instant | null;
}

const waitUntil = (lookAt: Instant | null): Retention => ({ act: null, lookAt });

/** The instant at which the record of all requests of a submission is kept no longer. */
const recordEnds = ({ parts }: Kept): Instant | null => {
	const ends = parts.flatMap(({ request, endedAt }) => (request && endedAt ? [recordEndsAt(request, endedAt)] : []));
	return ends.sort().at(-1) ?? null;
};

const recordEndsAt = ({ right, regime, zone, receivedOn }: KeptRequest, endedAt: Instant): Instant =>
	startOfDay(keepRecordUntil(right, receivedOn, dateIn(endedAt, zone), regimeOf(regime)), zone);

/**
 * What is destroyed when. Of an objection that has ended, everything, once its letter has left. Of a granted deletion, and
 * of whoever was erased by one, what the person sent, likewise; of every request, the record of its answer, once the law asks for it no longer. A hold stops
 * all of it.
 */
export const retentionOf = (kept: Kept, now: Instant): Retention => {
	if (kept.parts.some(({ endedAt }) => endedAt === null)) return waitUntil(null);
	if (kept.heldUntil) return waitUntil(kept.heldUntil);
	if (kept.hasLettersWaiting) return waitUntil(addSeconds(now, letterSeconds));
	if (kept.kind === 'objection') return { act: 'erase', lookAt: null };
	const ends = recordEnds(kept);
	if (ends === null || now >= ends) return { act: 'erase', lookAt: null };
	const isGranted = kept.parts.some(({ request }) => request?.right === 'DELETE' && request.granted);
	return (isGranted || kept.isForgotten) && !kept.isNarrowed ? { act: 'narrow', lookAt: ends } : waitUntil(ends);
};
