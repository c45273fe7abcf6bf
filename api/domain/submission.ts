import type { Right } from '../../schema/notice/vocabulary.ts';
import type { Refusal } from '../../schema/refusals.ts';
import type { Instant } from '../../schema/time.ts';
import { decide } from './request.ts';
import type { Arrival, RequestEvent, Terms } from './request-model.ts';

/** One decision for a whole submission: the events of every right, or the first refusal and nothing at all. */
export const decideSubmission = (
	submission: { id: string; rights: readonly Right[]; hasAddress: boolean } & Arrival,
	terms: Terms,
	context: { now: Instant },
): { ok: true; requests: { right: Right; events: RequestEvent[] }[] } | { ok: false; refusal: Refusal } => {
	const requests: { right: Right; events: RequestEvent[] }[] = [];
	for (const right of submission.rights) {
		const { id, rights, ...arrival } = submission;
		const decision = decide(null, { type: 'submit', submission: id, right, terms, ...arrival }, context);
		if (!decision.ok) return decision;
		requests.push({ right, events: decision.events });
	}
	return { ok: true, requests };
};
