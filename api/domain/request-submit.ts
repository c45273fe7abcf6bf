import { accessLimit, clocksOf, dueOn } from '../../schema/regimes/clocks.ts';
import { groundsFor } from '../../schema/regimes/grounds.ts';
import type { Regime } from '../../schema/regimes/regime.ts';
import { verificationFor } from '../../schema/regimes/verification.ts';
import { needsConfirmation } from '../../schema/request/lifecycle.ts';
import { isAccess } from '../../schema/request/vocabulary.ts';
import { addMonths, dateIn, type Instant, type PlainDate, startOfDay } from '../../schema/time.ts';
import { nextAccessOn } from './access-limit.ts';
import { accept, type Decision, refuse } from './decision.ts';
import type { KeptRules, RequestCommand, RequestEvent, Terms } from './request-model.ts';

type Submit = Extract<RequestCommand, { type: 'submit' }>;

/** What the request is decided by, as it stands on the day of receipt. */
const rulesOf = (
	right: Submit['right'],
	receivedOn: PlainDate,
	{ commitments, sensitive, regime }: Terms,
): KeptRules => ({
	verification: verificationFor(right, receivedOn, sensitive, regime),
	grounds: groundsFor(right, receivedOn, commitments, regime),
	feeGrounds: commitments.feeOnlyWhen,
	agentNeedsProof: commitments.agents?.mayDenyWithoutProof ?? true,
});

/** Since when a request to know asks; null where neither the law nor the person names a day. */
const sinceOf = (
	{ period = 'ALL', sinceOn }: Pick<Submit, 'period' | 'sinceOn'>,
	receivedOn: PlainDate,
	{ accessSince }: Regime,
): PlainDate | null => {
	if (period === 'SINCE') return sinceOn ?? null;
	return period === 'TWELVE_MONTHS' ? addMonths(receivedOn, -12) : (accessSince?.on ?? null);
};

const eventOf = (
	{
		submission,
		right,
		hasAddress,
		terms,
		requester = 'SELF',
		manner = 'FORM',
		receivedAt,
		byPost = false,
		itemCount = 0,
		...asked
	}: Submit,
	now: Instant,
): Extract<RequestEvent, { type: 'requestSubmitted' }> => {
	const { notice, version, commitments, regime, zone } = terms;
	const receivedOn = dateIn(receivedAt ?? now, zone);
	const due = dueOn(right, receivedOn, commitments, regime);
	return {
		type: 'requestSubmitted',
		at: now,
		...(receivedAt && { receivedAt }),
		submission,
		right,
		requester,
		manner,
		notice,
		version,
		regime: regime.key,
		zone,
		clocks: clocksOf(right, receivedOn, commitments, regime),
		rules: rulesOf(right, receivedOn, terms),
		receivedOn,
		dueOn: due.dueOn,
		dueCite: due.cite,
		hasAddress,
		...(byPost && { byPost }),
		...(isAccess(right) && { sinceOn: sinceOf(asked, receivedOn, regime) }),
		...(right === 'CORRECT' && itemCount > 0 && { itemCount }),
		confirmBy: needsConfirmation(right, manner) ? startOfDay(due.dueOn, zone) : null,
		accessLimit: accessLimit(right, receivedOn, commitments, regime),
	};
};

/**
 * What asking for one right leads to: the event that fixes its version, its due date and what may still be confirmed. Where
 * nothing is to be confirmed, the yearly limit of access requests is looked at already.
 */
export const submit = (command: Submit, now: Instant): Decision<RequestEvent> => {
	const { right, hasAddress, terms, manner = 'FORM', receivedAt, countedAccess = [] } = command;
	if (!terms.commitments.rights.includes(right)) return refuse('RIGHT_NOT_OFFERED', ['rights']);
	if (needsConfirmation(right, manner) && !hasAddress) return refuse('ADDRESS_NEEDED', ['email']);
	if (receivedAt && receivedAt > now) return refuse('NOT_YET_RECEIVED', ['receivedOn']);
	const submitted = eventOf(command, now);
	const { sinceOn, receivedOn } = submitted;
	if (sinceOn && sinceOn > receivedOn) return refuse('SINCE_LATER', ['sinceOn']);
	const nextOn = submitted.confirmBy === null ? nextAccessOn(submitted, countedAccess) : null;
	return nextOn ? accept<RequestEvent>(submitted, { type: 'requestLimited', at: now, nextOn }) : accept(submitted);
};
