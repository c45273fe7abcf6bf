import { type Right, rights } from '../notice/vocabulary.ts';

export const requestStatuses = [
	'AWAITING_CONFIRMATION',
	'IN_PROGRESS',
	'ANSWERED',
	'REFUSED',
	'WITHDRAWN',
	'LAPSED',
	'CLOSED',
] as const;
export type RequestStatus = (typeof requestStatuses)[number];

/** What can be done to a request, by whoever may. */
export const requestActions = [
	'CONFIRM',
	'WITHDRAW',
	'REPLY',
	'AUTHORISE',
	'ASK_CONSUMER',
	'CONFIRM_AGENT',
	'DENY_AGENT',
	'VERIFY',
	'TREAT_AS_CATEGORIES',
	'ASK',
	'WRITE',
	'CHARGE',
	'EXTEND',
	'ANSWER',
	'REFUSE',
	'CLOSE',
	'REOPEN',
	'CONTEST',
	'LAPSE',
] as const;
export type RequestAction = (typeof requestActions)[number];

/** What can have happened to a request. */
export const requestEventTypes = [
	'requestSubmitted',
	'requestConfirmed',
	'requestLimited',
	'requestAuthorised',
	'requestConsumerAsked',
	'requestAgentConfirmed',
	'requestAgentDenied',
	'requestVerified',
	'requestTreatedAsCategories',
	'requestAsked',
	'requestWritten',
	'requestReplied',
	'requestCharged',
	'requestExtended',
	'requestAnswered',
	'requestAnsweredInPart',
	'requestRefused',
	'requestDiscarded',
	'requestJoined',
	'requestReopened',
	'requestContested',
	'requestWithdrawn',
	'requestLapsed',
] as const;

/** What whoever looks at a request never chooses: the person acted for has a link for it, or time does it. */
const unchosenActions = ['CONFIRM_AGENT', 'DENY_AGENT', 'LAPSE'] as const satisfies readonly RequestAction[];
export type ChosenAction = Exclude<RequestAction, (typeof unchosenActions)[number]>;
export const isChosen = (action: RequestAction): action is ChosenAction =>
	!(unchosenActions as readonly RequestAction[]).includes(action);

/** Who acts: whoever asked, the person whom an agent asks for, staff, or time. */
export const parties = ['person', 'consumer', 'staff', 'clock'] as const;
export type Party = (typeof parties)[number];

/** Who asks: the person, or one who acts for them (11 CCR 7063, 7070). */
export const requesters = ['SELF', 'AGENT', 'ATTORNEY', 'CONSERVATOR', 'PARENT'] as const;
export type Requester = (typeof requesters)[number];

/** The manner in which a request was made, which the record of it states (11 CCR 7101). */
export const intakeManners = ['FORM', 'EMAIL', 'TELEPHONE', 'POST', 'IN_PERSON', 'IMPORT'] as const;
export type IntakeManner = (typeof intakeManners)[number];

/** The manners in which a request reaches staff, who enters it. */
export const staffManners = ['EMAIL', 'TELEPHONE', 'POST', 'IN_PERSON'] as const satisfies readonly IntakeManner[];

export const outcomes = ['GRANTED', 'PARTLY', 'DENIED'] as const;
export type Outcome = (typeof outcomes)[number];

/** What has to be shown before anything is given or changed: who the person is, or that another may act for them. */
export const proofs = [
	'IDENTITY',
	'SIGNED_PERMISSION',
	'CONSUMER_CONFIRMATION',
	'POWER_OF_ATTORNEY',
	'CONSERVATORSHIP',
	'PARENTHOOD',
] as const;
export type Proof = (typeof proofs)[number];

/** What is compared with what is held already, to learn who asks; the values themselves are never kept. */
export const dataPoints = [
	'EMAIL',
	'NAME',
	'POSTAL_ADDRESS',
	'TELEPHONE',
	'CUSTOMER_NUMBER',
	'TRANSACTION',
	'DEVICE',
] as const;
export type DataPoint = (typeof dataPoints)[number];

/** Who compared: a handler, or a query of a connected system. */
export const matchers = ['HANDLER', 'SYSTEM'] as const;
export type Matcher = (typeof matchers)[number];

/** What the person is asked for in a letter. */
export const questions = ['IDENTITY', 'AUTHORITY', 'DETAILS'] as const;
export type Question = (typeof questions)[number];

/** Why a request is laid aside without an answer of its own. */
export const closings = ['SPAM', 'DUPLICATE'] as const;
export type Closing = (typeof closings)[number];

/** Why a request that had ended is looked at again. */
export const reopenings = ['OUR_MISTAKE', 'NEW_EVIDENCE', 'COMPLAINT'] as const;
export type Reopening = (typeof reopenings)[number];

/** Why an answer may be put off (Cal. Civ. Code 1798.145(h)(1)). */
export const extensionReasons = ['COMPLEXITY', 'NUMBER_OF_REQUESTS'] as const;
export type ExtensionReason = (typeof extensionReasons)[number];

/** Why a request ended otherwise than by being granted. */
const endReasons = ['ACCESS_LIMIT', 'DENIED', 'BY_PERSON', 'NOT_CONFIRMED', ...closings] as const;
export type EndReason = (typeof endReasons)[number];

/** How far back a request to know asks: for all that the law lets one ask for, for a year, or from a day on. */
export const accessPeriods = ['ALL', 'TWELVE_MONTHS', 'SINCE'] as const;
export type AccessPeriod = (typeof accessPeriods)[number];

/** How many things can be corrected with one request. */
export const mostCorrections = 10;

/** The rights that the yearly limit of access requests speaks of. */
export const accessRights = ['KNOW_CATEGORIES', 'KNOW_SPECIFIC'] as const satisfies readonly Right[];

/** The rights that act at once: no address, no confirmation, no verification (11 CCR 7026, 7027, 7060(b)). */
export const immediateRights = ['OPT_OUT', 'LIMIT'] as const satisfies readonly Right[];

/** The rights for which an address is confirmed and a person verified before anything is given or changed. */
export const verifiedRights: readonly Right[] = rights.filter((right) => !isImmediate(right));

/** Whether a right acts at once. */
export function isImmediate(right: Right): boolean {
	return (immediateRights as readonly Right[]).includes(right);
}

/** Whether a right is one of access. */
export function isAccess(right: Right): boolean {
	return (accessRights as readonly Right[]).includes(right);
}
