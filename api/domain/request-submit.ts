import { accessLimit, clocksOf, dueOn } from '../../schema/regimes/clocks.ts';
import { isImmediate } from '../../schema/request/vocabulary.ts';
import { dateIn, type Instant, startOfDay } from '../../schema/time.ts';
import { accept, type Decision, refuse } from './decision.ts';
import type { RequestCommand, RequestEvent } from './request-model.ts';

/** What asking for one right leads to: the event that fixes its version, its due date and what may still be confirmed. */
export const submit = (
	{
		submission,
		right,
		hasAddress,
		terms,
		requester = 'SELF',
		manner = 'FORM',
	}: Extract<RequestCommand, { type: 'submit' }>,
	now: Instant,
): Decision<RequestEvent> => {
	const { notice, version, commitments, regime, zone } = terms;
	if (!commitments.rights.includes(right)) return refuse('RIGHT_NOT_OFFERED', ['rights']);
	if (!isImmediate(right) && !hasAddress) return refuse('ADDRESS_NEEDED', ['email']);
	const receivedOn = dateIn(now, zone);
	const due = dueOn(right, receivedOn, commitments, regime);
	return accept({
		type: 'requestSubmitted',
		at: now,
		submission,
		right,
		requester,
		manner,
		notice,
		version,
		regime: regime.key,
		zone,
		clocks: clocksOf(right, receivedOn, commitments, regime),
		receivedOn,
		dueOn: due.dueOn,
		dueCite: due.cite,
		hasAddress,
		confirmBy: isImmediate(right) ? null : startOfDay(due.dueOn, zone),
		accessLimit: accessLimit(right, receivedOn, commitments, regime),
	});
};
