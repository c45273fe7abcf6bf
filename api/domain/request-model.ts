import type { Commitments } from '../../schema/notice/frontmatter.ts';
import type { Right } from '../../schema/notice/vocabulary.ts';
import type { KeptClock } from '../../schema/regimes/clocks.ts';
import type { GroundKey, KeptGround } from '../../schema/regimes/grounds.ts';
import type { Regime } from '../../schema/regimes/regime.ts';
import type { Identification, KeptVerification } from '../../schema/regimes/verification.ts';
import type { CitedDenial, Denial, Fee } from '../../schema/request/decision.ts';
import type { MessageFile } from '../../schema/request/message.ts';
import type {
	AccessPeriod,
	Closing,
	DataPoint,
	EndReason,
	ExtensionReason,
	IntakeManner,
	Matcher,
	Outcome,
	Proof,
	Question,
	Reopening,
	Requester,
	RequestStatus,
} from '../../schema/request/vocabulary.ts';
import type { Instant, PlainDate } from '../../schema/time.ts';

/** What was kept at receipt about how the request can be decided; absent where it was recorded before this was kept. */
export interface KeptRules {
	/** Null where nobody is asked to prove who they are. */
	verification: KeptVerification | null;
	grounds: readonly KeptGround[];
	/** When a fee may be asked for. */
	feeGrounds: readonly Fee['ground'][];
	/** Whether the notice says that an agent without proof may be refused. */
	agentNeedsProof: boolean;
}

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
	rules: KeptRules;
	receivedAt: Instant;
	/** The calendar date of receipt in `zone`. */
	receivedOn: PlainDate;
	dueOn: PlainDate;
	/** What set `dueOn`: a section of the law, or the notice's own promise. */
	dueCite: string;
	/** The request to know is for what was collected since then; null for other rights, and where the law names no such day. */
	sinceOn: PlainDate | null;
	/** How many corrections are asked for; null for other rights, and where it was recorded before this was kept. */
	itemCount: number | null;
	/** Letters go out only where an address was given. */
	hasAddress: boolean;
	/** Whether that is a postal one, to which letters are printed. */
	byPost: boolean;
	/** The instant from which it can no longer be confirmed; null where nothing is to be confirmed. */
	confirmBy: Instant | null;
	/** How many access requests in how many months are answered; null where there is no limit. */
	accessLimit: { count: number; months: number } | null;
	confirmedAt: Instant | null;
	/** What has been shown of who asks, and of who may ask for them. */
	proofs: readonly Proof[];
	verifiedAt: Instant | null;
	/** Until when the person acted for can say whether the agent may act; null where they are not asked, or have answered. */
	consumerAskedUntil: Instant | null;
	/** The right that it is answered as, since its own level of proof was not reached. */
	treatedAs: Right | null;
	/** What the person was last asked for. */
	question: Question | null;
	/** When the person last wrote since then; null where they have not. */
	repliedAt: Instant | null;
	fee: Fee | null;
	/** The date on which the answer was put off; null where it was not. */
	extendedOn: PlainDate | null;
	extensionReason: ExtensionReason | null;
	answeredAt: Instant | null;
	outcome: Outcome | null;
	/** Why the whole of it was refused; null where parts were, or none. */
	ground: KeptGround | null;
	denials: readonly CitedDenial[];
	/** The corrections, from 1, of which the person says that they were refused wrongly. */
	contested: readonly number[];
	reopenedAt: Instant | null;
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
	/** Whether sensitive information is collected under it. */
	sensitive: boolean;
	regime: Regime;
	/** IANA zone in which its dates are read: the regime's, else the notice's. */
	zone: string;
}

/** An access request of the same address that was verified and answered. */
export interface CountedAccess {
	submission: string;
	receivedOn: PlainDate;
}

/** Another request of the same address. */
export type OtherRequest = Pick<RequestState, 'right' | 'status' | 'receivedAt'> & { sameAddress: boolean };

/** How a request arrived; from the person, by the form and now, where nothing else is said. */
export interface Arrival {
	requester?: Requester;
	manner?: IntakeManner;
	/** When it came, where it is entered later. */
	receivedAt?: Instant;
	/** Whether letters go to a postal address. */
	byPost?: boolean;
	/** How many corrections are asked for. */
	itemCount?: number;
	/** How far back a request to know asks; as far as the law lets it where nothing is said. */
	period?: AccessPeriod | undefined;
	/** For SINCE. */
	sinceOn?: PlainDate | undefined;
	/** As for `confirm`; looked at only where nothing is to be confirmed. */
	countedAccess?: readonly CountedAccess[];
}

export type RequestCommand =
	| ({
			type: 'submit';
			submission: string;
			right: Right;
			hasAddress: boolean;
			terms: Terms;
	  } & Arrival)
	/** `countedAccess`: those of the confirmed address, of whatever date; may be left empty for other rights. */
	| { type: 'confirm'; countedAccess: readonly CountedAccess[] }
	| { type: 'authorise'; proof: Exclude<Proof, 'IDENTITY'> }
	/** `isReachable`: whether there is an address of theirs to write to, and an agent to name. */
	| { type: 'askConsumer'; isReachable: boolean }
	/** The word of the person acted for. */
	| { type: 'answerAboutAgent'; authorised: boolean }
	| ({ type: 'verify'; by: Matcher } & Identification)
	| { type: 'treatAsCategories' }
	| { type: 'ask'; question: Question }
	/** The words stand sealed under the id. */
	| { type: 'write'; messageId: string }
	| { type: 'reply'; messageId: string; files: readonly MessageFile[] }
	| { type: 'charge'; fee: Fee }
	| { type: 'extend'; dueOn: PlainDate; reason: ExtensionReason }
	/** `ground` is for the whole of it, `denials` for its parts; one of them where not all is granted. */
	| { type: 'answer'; outcome: Outcome; ground: GroundKey | null; denials: readonly Denial[] }
	/** `other`: for a duplicate, the request that is answered in its place. */
	| { type: 'close'; closing: Closing; other: OtherRequest | null }
	| { type: 'reopen'; reopening: Reopening }
	| { type: 'contest'; items: readonly number[] }
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
			Partial<
				Pick<
					RequestState,
					| 'requester'
					| 'manner'
					| 'regime'
					| 'zone'
					| 'clocks'
					| 'rules'
					| 'receivedAt'
					| 'byPost'
					| 'sinceOn'
					| 'itemCount'
				>
			>)
	| { type: 'requestConfirmed'; at: Instant }
	/** Confirmed, and refused since the version's access requests are used up. */
	| { type: 'requestLimited'; at: Instant; nextOn: PlainDate }
	| { type: 'requestAuthorised'; at: Instant; proof: Proof }
	| { type: 'requestConsumerAsked'; at: Instant; askedUntil: Instant }
	| { type: 'requestAgentConfirmed'; at: Instant }
	| { type: 'requestAgentDenied'; at: Instant; ground: KeptGround }
	/** The names of the points, and never what they were. */
	| {
			type: 'requestVerified';
			at: Instant;
			by?: Matcher;
			points?: readonly DataPoint[];
			/** Whether the person signed that they are who they say; kept as long as the record is (11 CCR § 7062(c)). */
			declaration?: boolean;
			reauthenticated?: boolean;
	  }
	| {
			type: 'requestTreatedAsCategories';
			at: Instant;
			verification: KeptVerification | null;
			grounds: readonly KeptGround[];
	  }
	| { type: 'requestAsked'; at: Instant; question: Question }
	| { type: 'requestWritten'; at: Instant; messageId: string }
	| { type: 'requestReplied'; at: Instant; messageId: string; files: readonly MessageFile[] }
	| { type: 'requestCharged'; at: Instant; fee: Fee }
	| {
			type: 'requestExtended';
			at: Instant;
			extendedOn: PlainDate;
			dueOn: PlainDate;
			dueCite: string;
			reason: ExtensionReason;
	  }
	| { type: 'requestAnswered'; at: Instant }
	| { type: 'requestAnsweredInPart'; at: Instant; denials: readonly CitedDenial[] }
	| { type: 'requestRefused'; at: Instant; ground?: KeptGround | null; denials?: readonly CitedDenial[] }
	/** Laid aside as junk. */
	| { type: 'requestDiscarded'; at: Instant }
	/** Laid aside beside another one of the same person, which is answered. */
	| { type: 'requestJoined'; at: Instant }
	| { type: 'requestReopened'; at: Instant; reopening: Reopening }
	| { type: 'requestContested'; at: Instant; items: readonly number[] }
	| { type: 'requestWithdrawn'; at: Instant }
	| { type: 'requestLapsed'; at: Instant };
