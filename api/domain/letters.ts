import type { LetterKind } from '../../schema/letters.ts';
import type { ObjectionEvent } from './objection.ts';
import type { RequestEvent } from './request.ts';
import type { SubscriptionEvent } from './subscription.ts';

/** Any event of any stream. */
export type DomainEvent = RequestEvent | ObjectionEvent | SubscriptionEvent;

/** The letter that each event causes; null where it causes none. */
export const letterFor = {
	requestSubmitted: 'request-receipt',
	requestConfirmed: 'request-confirmed',
	requestLimited: 'request-limit',
	requestAuthorised: null,
	// It goes to somebody else, and is queued where they are asked.
	requestConsumerAsked: null,
	requestAgentConfirmed: null,
	requestAgentDenied: 'request-refused',
	requestVerified: null,
	requestTreatedAsCategories: 'request-as-categories',
	requestAsked: 'request-asked',
	requestWritten: 'request-message',
	requestReplied: null,
	requestCharged: 'request-fee',
	requestExtended: 'request-extended',
	requestAnswered: 'request-answered',
	requestAnsweredInPart: 'request-partly',
	requestRefused: 'request-refused',
	// Whoever sends junk is not written to.
	requestDiscarded: null,
	requestJoined: 'request-duplicate',
	requestReopened: 'request-reopened',
	requestContested: 'request-contested',
	requestWithdrawn: 'request-withdrawn',
	requestLapsed: 'request-lapsed',
	objectionSubmitted: 'objection-confirm',
	objectionCounted: 'objection-counted',
	objectionJoined: null,
	objectionDecided: 'objection-decided',
	objectionWithdrawn: 'objection-withdrawn',
	objectionLapsed: 'objection-lapsed',
	objectionSpent: null,
	subscriptionRequested: 'subscription-confirm',
	subscriptionConfirmed: 'subscription-welcome',
	subscriptionEnded: 'subscription-ended',
	subscriptionLapsed: null,
	subscriptionErased: null,
} as const satisfies Record<DomainEvent['type'], LetterKind | null>;

/** The letters that events of one submission cause, each kind once; a submission without an address has none to send. */
export const lettersFor = (events: readonly { type: DomainEvent['type'] }[]): LetterKind[] => [
	...new Set(events.map(({ type }) => letterFor[type]).filter((kind) => kind !== null)),
];
