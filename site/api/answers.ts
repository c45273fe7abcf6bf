import type { Author, FileType } from '../../schema/request/message.ts';
import type { Instant, PlainDate } from '../../schema/time.ts';

export type RightName = 'KNOW_CATEGORIES' | 'KNOW_SPECIFIC' | 'DELETE' | 'CORRECT' | 'OPT_OUT' | 'LIMIT';

export type RequestStatusName =
	| 'AWAITING_CONFIRMATION'
	| 'IN_PROGRESS'
	| 'ANSWERED'
	| 'REFUSED'
	| 'WITHDRAWN'
	| 'LAPSED'
	| 'CLOSED';

export type ObjectionStatusName = 'AWAITING_CONFIRMATION' | 'COUNTED' | 'DECIDED' | 'JOINED' | 'WITHDRAWN' | 'LAPSED';

/** A refusal that the sender can do something about: GraphQL's `InvalidInput`, `WindowClosed` or `Refused`. */
export interface RefusalAnswer {
	__typename: 'InvalidInput' | 'WindowClosed' | 'Refused';
	code: string;
	message: string;
	path: string[];
	issues?: { path: string[]; message: string }[];
	opensAt?: Instant;
	closesAt?: Instant;
}

export interface RequestState {
	right: RightName;
	status: RequestStatusName;
	dueOn: PlainDate;
	/** Since when what was collected is asked for. */
	sinceOn: PlainDate | null;
	/** When the answer was put off to `dueOn`. */
	extendedOn: PlainDate | null;
	extensionReason: 'COMPLEXITY' | 'NUMBER_OF_REQUESTS' | null;
	treatedAs: RightName | null;
	/** What our last letter asked for. */
	repliedAt: Instant | null;
	question: 'IDENTITY' | 'AUTHORITY' | 'DETAILS' | null;
	/** Until when the person acted for can say whether the agent may act. */
	consumerAskedUntil: Instant | null;
	outcome: 'GRANTED' | 'PARTLY' | 'DENIED' | null;
	endedAt: Instant | null;
	reason: string | null;
	availableActions: string[];
}

export interface RightsReceipt {
	__typename: 'RightsReceipt';
	code: string;
	receivedAt: Instant;
	version: VersionRef;
	requests: RequestState[];
	needsConfirmation: boolean;
}

export interface Referral {
	__typename: 'Referral';
	population: string;
	referTo: string;
	notice: { slug: string; title: string } | null;
}

export interface RightsRequestStatus {
	__typename: 'RightsRequestStatus';
	receivedAt: Instant;
	version: VersionRef;
	requests: RequestState[];
}

export interface RightsInput {
	/** Absent where the question is unanswered, which the API says with everything else. */
	population?: string;
	rights: string[];
	requester?: string;
	onBehalfOf?: string;
	onBehalfOfEmail?: string;
	email?: string;
	name?: string;
	details?: string;
	period?: string;
	sinceOn?: string;
	corrections?: { what: string; shouldBe: string; evidence?: string }[];
	locale?: string;
}

export interface ObjectionInput {
	notice: string;
	version: string;
	email: string;
	name?: string;
	reason?: string;
	locale?: string;
}

export interface ObjectionReceipt {
	__typename: 'ObjectionReceipt';
	code: string;
	receivedAt: Instant;
	confirmBy: Instant;
	version: VersionRef;
}

export interface ObjectionState {
	__typename: 'ObjectionReceiptStatus';
	status: ObjectionStatusName;
	receivedAt: Instant;
	confirmBy: Instant;
	countedAt: Instant | null;
	version: VersionRef;
	effect: string;
	canWithdraw: boolean;
}

/** What holds for the browser that asked. */
export interface OptOutState {
	__typename: 'OptOutState';
	optedOut: boolean;
	optedOutBy: 'SIGNAL' | 'CHOICE' | null;
	optedOutAt: Instant | null;
	recipients: string[];
	limited: boolean;
	limitedAt: Instant | null;
	signal: boolean;
	consentedDespiteSignal: boolean;
	asked: 'OPT_OUT' | 'LIMIT' | null;
}

/** Who of staff is signed in in the browser that asked. */
export interface Viewer {
	__typename: 'Viewer';
	name: string;
	role: 'OFFICER' | 'HANDLER' | 'AUDITOR' | 'EDITOR';
	recentUntil: Instant;
}

export interface ChoicesInput {
	optOut: boolean;
	recipients: string[];
	limit: boolean;
}

export interface OptInInput {
	choice: string;
	signal: boolean;
}

export interface SubscribeInput {
	email: string;
	notices: string[];
	classes: string[];
	frequency?: string;
	locale?: string;
}

export interface SubscriptionPending {
	__typename: 'SubscriptionPending';
	confirmBy: Instant;
}

export interface SubscriptionConfirmed {
	__typename: 'SubscriptionConfirmed';
	notices: { slug: string; title: string }[];
}

/** What became of the requests for one right in a year. */
export interface RightFigures {
	right: RightName;
	received: number;
	complied: number;
	denied: number;
	unpursued: number;
	open: number;
	bySignal: number;
	byChoice: number;
	medianDays: number | null;
	meanDays: number | null;
}

interface VersionRef {
	version: string;
	url: string;
	notice: { slug: string; title: string; zone: string };
}

export interface MessageFile {
	id: string;
	name: string;
	type: FileType;
	bytes: number;
}

export interface Message {
	id: string;
	from: Author;
	at: Instant;
	text: string | null;
	files: MessageFile[];
}

/** A request, and what was written about it. */
export interface Conversation {
	__typename: 'Conversation';
	mayReply: boolean;
	version: VersionRef;
	request: RequestState;
	messages: Message[];
}

/** `content` is a zip in base64. */
export interface PackageFile {
	fileName: string;
	content: string;
}
