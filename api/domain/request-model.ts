import type { Commitments } from '../../schema/notice/frontmatter.ts';
import type { Right } from '../../schema/notice/vocabulary.ts';
import type { KeptClock } from '../../schema/regimes/clocks.ts';
import type { Regime } from '../../schema/regimes/regime.ts';
import type {
	EndReason,
	ExtensionReason,
	IntakeManner,
	Outcome,
	Requester,
	RequestStatus,
} from '../../schema/request/vocabulary.ts';
import type { Instant, PlainDate } from '../../schema/time.ts';

/** One right asked for in one submission, as its events leave it. */
export interface RequestState {
	/** Names the submission, whose requests share one receipt. */
	submission: string;
	right: Right;
	requester: Requester;
	manner: IntakeManner;
	status: RequestStatus;
	notice: string;
	/** The version in force when it was received; its promises hold for good. */
	version: string;
	/** Key of the regime whose law it is answered under. */
	regime: string;
	/** IANA zone in which its dates are read. */
	zone: string;
	/** As they were worked out at receipt; none where it was recorded before they were kept. */
	clocks: readonly KeptClock[];
	receivedAt: Instant;
	/** The calendar date of receipt in `zone`. */
	receivedOn: PlainDate;
	dueOn: PlainDate;
	/** What set `dueOn`: a section of the law, or the notice's own promise. */
	dueCite: string;
	/** Letters go out only where an address was given. */
	hasAddress: boolean;
	/** The instant from which it can no longer be confirmed; null where nothing is to be confirmed. */
	confirmBy: Instant | null;
	/** How many access requests in how many months are answered; null where there is no limit. */
	accessLimit: { count: number; months: number } | null;
	confirmedAt: Instant | null;
	verifiedAt: Instant | null;
	/** The date on which the answer was put off; null where it was not. */
	extendedOn: PlainDate | null;
	extensionReason: ExtensionReason | null;
	answeredAt: Instant | null;
	endedAt: Instant | null;
	reason: EndReason | null;
	/** The first date on which another access request is answered, where the limit refused this one. */
	nextOn: PlainDate | null;
}

/** The promises that a request is held to. */
export interface Terms {
	notice: string;
	/** The version in force at receipt. */
	version: string;
	commitments: Commitments;
	regime: Regime;
	/** IANA zone in which its dates are read: the regime's, else the notice's. */
	zone: string;
}

/** An access request of the same address that was verified and answered. */
export interface CountedAccess {
	submission: string;
	receivedOn: PlainDate;
}

/** Who asked, and in what manner; the person, by the form, where nothing else is said. */
export type Intake = Pick<RequestState, 'requester' | 'manner'>;

export type RequestCommand =
	| ({
			type: 'submit';
			submission: string;
			right: Right;
			hasAddress: boolean;
			terms: Terms;
	  } & Partial<Intake>)
	/** `countedAccess`: those of the confirmed address, of whatever date; may be left empty for other rights. */
	| { type: 'confirm'; countedAccess: readonly CountedAccess[] }
	| { type: 'verify' }
	| { type: 'extend'; dueOn: PlainDate; reason: ExtensionReason }
	| { type: 'answer'; outcome: Outcome }
	| { type: 'withdraw' }
	| { type: 'lapse' };

/** Events hold no personal data: no address, no name, no words of the person or of staff. */
export type RequestEvent =
	| ({ type: 'requestSubmitted'; at: Instant } & Pick<
			RequestState,
			| 'submission'
			| 'right'
			| 'notice'
			| 'version'
			| 'receivedOn'
			| 'dueOn'
			| 'dueCite'
			| 'hasAddress'
			| 'confirmBy'
			| 'accessLimit'
	  > &
			// Events that were recorded before these were kept have none of them.
			Partial<Pick<RequestState, 'requester' | 'manner' | 'regime' | 'zone' | 'clocks'>>)
	| { type: 'requestConfirmed'; at: Instant }
	/** Confirmed, and refused since the version's access requests are used up. */
	| { type: 'requestLimited'; at: Instant; nextOn: PlainDate }
	| { type: 'requestVerified'; at: Instant }
	| {
			type: 'requestExtended';
			at: Instant;
			extendedOn: PlainDate;
			dueOn: PlainDate;
			dueCite: string;
			reason: ExtensionReason;
	  }
	| { type: 'requestAnswered'; at: Instant }
	| { type: 'requestRefused'; at: Instant }
	| { type: 'requestWithdrawn'; at: Instant }
	| { type: 'requestLapsed'; at: Instant };
