import type { GeneratedAlways, Insertable, Selectable } from 'kysely';
import type { Role } from '../../schema/access/access.ts';
import type { StreamKind } from '../../schema/evidence/streams.ts';
import type { LetterChannel, LetterKind } from '../../schema/letters.ts';
import type { Right } from '../../schema/notice/vocabulary.ts';
import type { ObjectionDecision, ObjectionStatus } from '../../schema/objection/vocabulary.ts';
import type { PackageStatus } from '../../schema/package/vocabulary.ts';
import type { PreferenceKind } from '../../schema/preference/vocabulary.ts';
import type { GroundKey } from '../../schema/regimes/grounds.ts';
import type {
	EndReason,
	ExtensionReason,
	IntakeManner,
	Outcome,
	Question,
	Requester,
	RequestStatus,
} from '../../schema/request/vocabulary.ts';
import type { Frequency, LeastClass, SubscriptionStatus } from '../../schema/subscription/vocabulary.ts';
import type { TaskFailure, TaskKind, TaskManner, TaskNote, TaskStatus } from '../../schema/system/task-vocabulary.ts';
import type { Instant, PlainDate } from '../../schema/time.ts';

/** Whom a letter is about: all requests of a receipt, one objection, one subscription, or one person's record. */
export type SubjectKind = 'receipt' | 'objection' | 'subscription' | 'personal' | 'addressee';

export type TokenPurpose =
	| 'confirm-request'
	| 'answer-about-agent'
	| 'confirm-objection'
	| 'confirm-subscription'
	| 'leave-subscription'
	| 'sign-in'
	| 'read-answer'
	| 'messages';

/** The truth; every other table can be made again from it, save what is sealed. Holds no personal data. */
interface EventTable {
	/** In the order of commits on SQLite; on PostgreSQL in the order of writing. */
	seq: GeneratedAlways<number>;
	streamKind: StreamKind;
	streamId: string;
	/** 1 for a stream's first event. */
	streamVersion: number;
	type: string;
	at: Instant;
	/** JSON. */
	data: string;
}

/** The chain over the events: where each stands in it, and the hash that binds it to all before it. */
interface SealedEventTable {
	/** 1 for the first. */
	position: number;
	/** Of the event. */
	seq: number;
	hash: string;
}

/** What one person sent, sealed under a key of their own, which is sealed under DATA_KEY. */
interface PersonalTable {
	id: string;
	/** HMAC of the normalised address; null where none was given, or after erasure. */
	emailIndex: string | null;
	/** Counts up with every change; part of what is authenticated. */
	version: number;
	sealed: Buffer | null;
	keyWrapped: Buffer | null;
	/** Names the key that wraps. */
	keyId: string | null;
	createdAt: Instant;
	erasedAt: Instant | null;
}

interface ReceiptTable {
	id: string;
	kind: 'request' | 'objection';
	codeHash: string;
	/** Null where nothing personal was given. */
	personalId: string | null;
	notice: string;
	/** The version in force at receipt, or the one objected to. */
	version: string;
	locale: string;
	receivedAt: Instant;
}

interface RequestTable {
	id: string;
	receiptId: string;
	right: Right;
	requester: Requester;
	manner: IntakeManner;
	regime: string;
	/** IANA zone in which its dates are read. */
	zone: string;
	population: string;
	status: RequestStatus;
	notice: string;
	version: string;
	receivedAt: Instant;
	receivedOn: PlainDate;
	dueOn: PlainDate;
	dueCite: string;
	hasAddress: 0 | 1;
	/** Whether letters are printed, for a postal address. */
	byPost: 0 | 1;
	/** A request to know is for what was collected since then. */
	sinceOn: PlainDate | null;
	/** How many corrections are asked for. */
	itemCount: number | null;
	confirmBy: Instant | null;
	accessLimitCount: number | null;
	accessLimitMonths: number | null;
	confirmedAt: Instant | null;
	verifiedAt: Instant | null;
	/** Until when the person acted for can say whether the agent may act. */
	consumerAskedUntil: Instant | null;
	/** JSON list of what has been shown. */
	proofs: string;
	treatedAs: Right | null;
	question: Question | null;
	/** When the person wrote, since they were last asked. */
	repliedAt: Instant | null;
	/** JSON of ground and cents. */
	fee: string | null;
	extendedOn: PlainDate | null;
	extensionReason: ExtensionReason | null;
	answeredAt: Instant | null;
	outcome: Outcome | null;
	ground: GroundKey | null;
	/** The section of the law that gave it. */
	groundCite: string | null;
	/** JSON list. */
	denials: string;
	/** JSON list of the numbers of corrections. */
	contested: string;
	reopenedAt: Instant | null;
	endedAt: Instant | null;
	reason: EndReason | null;
	nextOn: PlainDate | null;
	streamVersion: number;
}

interface ObjectionTable {
	id: string;
	receiptId: string;
	notice: string;
	version: string;
	status: ObjectionStatus;
	receivedAt: Instant;
	confirmBy: Instant;
	countedAt: Instant | null;
	decidedAt: Instant | null;
	decision: ObjectionDecision | null;
	endedAt: Instant | null;
	streamVersion: number;
}

interface SubscriptionTable {
	id: string;
	personalId: string;
	status: SubscriptionStatus;
	locale: string;
	leastClass: LeastClass;
	frequency: Frequency;
	requestedAt: Instant;
	confirmBy: Instant;
	confirmedAt: Instant | null;
	endedAt: Instant | null;
	/** When the address was destroyed. */
	erasedAt: Instant | null;
	streamVersion: number;
}

interface SubscriptionNoticeTable {
	subscriptionId: string;
	notice: string;
}

/** What each subscriber was told of a version, or will be with the digest of an instant. */
interface ToldTable {
	subscriptionId: string;
	notice: string;
	version: string;
	/** The type of the version's event. */
	event: string;
	/** Null where it was told by a letter of its own. */
	digestAt: Instant | null;
}

/** Somebody whom an organisation hands over to be told of one change; gone when that has taken effect. */
interface AddresseeTable {
	id: string;
	notice: string;
	version: string;
	personalId: string;
	/** HMAC of the normalised address, so that nobody is told twice. */
	emailIndex: string;
	locale: string;
	/** When the letter was queued; null until then. */
	toldAt: Instant | null;
}

/** The standing choices of one browser, or of one person. */
interface PreferenceTable {
	id: string;
	kind: PreferenceKind;
	/** HMAC of the browser's random value, or of the person's normalised address. */
	key: string;
	/** Since when nothing may be sold or shared. */
	optedOutAt: Instant | null;
	limitedAt: Instant | null;
	signalFirstSeenAt: Instant | null;
	/** To the day, so that no visit leaves a trace of its own. */
	signalLastSeenOn: PlainDate | null;
	streamVersion: number;
}

/** Only the SHA-256 of a token is kept. */
interface TokenTable {
	hash: string;
	purpose: TokenPurpose;
	subjectId: string;
	expiresAt: Instant;
	usedAt: Instant | null;
}

/** A letter to be written and sent. Holds no address and no text; both are read when it is sent. */
interface OutboxTable {
	id: string;
	kind: LetterKind;
	subjectKind: SubjectKind;
	subjectId: string;
	/** JSON of names and ids only. */
	extra: string;
	/** The same letter is queued once, whoever queues it again. */
	dedupeKey: string;
	createdAt: Instant;
	/** How it leaves: by a mail server, or printed and by post. */
	channel: LetterChannel;
	/** 0 for what somebody waits for, 1 for what goes out to many. */
	priority: number;
	dueAt: Instant;
	attempts: number;
	/** Until when a sender has it to itself. */
	claimedUntil: Instant | null;
	claimedBy: string | null;
	sentAt: Instant | null;
	/** Given up after the last attempt; stays visible. */
	failedAt: Instant | null;
	/** There was nothing to send any more: withdrawn meanwhile, or erased. */
	droppedAt: Instant | null;
	/** A code or class of error, never the words of a server, which may quote the address. */
	lastError: string | null;
}

/** A program that is told of the events of versions. */
interface WebhookTable {
	id: string;
	url: string;
	/** JSON list of the types of events. */
	events: string;
	/** Id of the one system whose tasks it is told of; null where it is told of everything that it asked for. */
	system: string | null;
	/** The secret that signs, under a key of the data key. */
	secretSealed: Buffer;
	createdAt: Instant;
	disabledAt: Instant | null;
	disabledBy: 'OPERATOR' | 'RECEIVER' | null;
}

/** One event to be told to one program. Holds no text; it is written when it is sent. */
interface WebhookDeliveryTable {
	id: string;
	webhookId: string;
	/** Of the event. */
	seq: number;
	dueAt: Instant;
	attempts: number;
	claimedUntil: Instant | null;
	claimedBy: string | null;
	deliveredAt: Instant | null;
	/** Given up after the last attempt; stays visible. */
	failedAt: Instant | null;
	/** The status that was answered, or the code of an error. */
	lastOutcome: string | null;
}

interface ApiKeyTable {
	id: string;
	name: string;
	/** The part that may be shown. */
	prefix: string;
	hash: string;
	/** JSON list. */
	scopes: string;
	createdAt: Instant;
	expiresAt: Instant;
	lastUsedAt: Instant | null;
	revokedAt: Instant | null;
}

/** Somebody of staff. Name and address stand sealed in the personal record. */
interface StaffTable {
	id: string;
	personalId: string;
	/** HMAC of the address, or of who the identity provider says they are; null after removal. */
	keyIndex: string | null;
	role: Role;
	addedAt: Instant;
	removedAt: Instant | null;
}

/** A link asked for to sign in; `id` is that of the personal record with the address it was asked for. */
interface SignInTable {
	id: string;
	/** SHA-256 of the cookie of the browser that asked. */
	browserHash: string;
	locale: string;
	expiresAt: Instant;
	/** Whose link it is; null until the letter is written. */
	staffId: string | null;
}

/** A browser in which somebody of staff is signed in. Only the SHA-256 of its cookie is kept. */
interface SessionTable {
	id: string;
	hash: string;
	staffId: string;
	signedInAt: Instant;
	/** To the minute. */
	seenAt: Instant;
	endedAt: Instant | null;
}

interface RateTable {
	/** HMAC of what is limited. */
	key: string;
	/** Theoretical arrival time in milliseconds since 1970. */
	tat: number;
}

/** The answer to a form, for whoever sends the form again. */
interface SentFormTable {
	/** HMAC of the key that came with it. */
	keyHash: string;
	/** HMAC of what was sent. */
	inputHash: string;
	/** JSON under a key of the data key. */
	answerSealed: Buffer;
	sentAt: Instant;
}

/** When the clock has something to do to a stream. */
interface TimerTable {
	kind: string;
	streamId: string;
	dueAt: Instant;
}

interface SettingTable {
	name: string;
	value: string;
}

interface SchemaMigrationTable {
	name: string;
	checksum: string;
}

/** Forbids for a time to destroy what a person sent with one submission. */
interface LegalHoldTable {
	id: string;
	receiptId: string;
	/** Why, in the words of staff. */
	reason: string;
	/** Who of staff. */
	placedBy: string;
	placedAt: Instant;
	endsAt: Instant;
	liftedAt: Instant | null;
}

/** What one system has to do for one request. */
interface SystemTaskTable {
	id: string;
	requestId: string;
	right: Right;
	/** Id of the system in systems.yaml. */
	system: string;
	kind: TaskKind;
	status: TaskStatus;
	openedOn: PlainDate;
	daysBefore: number;
	dueOn: PlainDate;
	doneOn: PlainDate | null;
	toldOn: PlainDate | null;
	manner: TaskManner | null;
	note: TaskNote | null;
	failure: TaskFailure | null;
	streamVersion: number;
}

/** The answer to an access request, sealed under a key of its own; bytes and key are null once it has ended. */
interface PackageTable {
	id: string;
	requestId: string;
	status: PackageStatus;
	madeAt: Instant;
	expiresAt: Instant;
	downloads: number;
	lastDownloadedAt: Instant | null;
	endedAt: Instant | null;
	sealed: Buffer | null;
	keyWrapped: Buffer | null;
	keyId: string | null;
	streamVersion: number;
}

/** A file that came with a message, sealed under the key of the person who sent it. */
interface UploadTable {
	id: string;
	requestId: string;
	sealed: Buffer;
}

export interface Database {
	event: EventTable;
	sealedEvent: SealedEventTable;
	personal: PersonalTable;
	receipt: ReceiptTable;
	request: RequestTable;
	objection: ObjectionTable;
	subscription: SubscriptionTable;
	subscriptionNotice: SubscriptionNoticeTable;
	told: ToldTable;
	addressee: AddresseeTable;
	preference: PreferenceTable;
	token: TokenTable;
	outbox: OutboxTable;
	webhook: WebhookTable;
	webhookDelivery: WebhookDeliveryTable;
	apiKey: ApiKeyTable;
	staff: StaffTable;
	signIn: SignInTable;
	session: SessionTable;
	rate: RateTable;
	sentForm: SentFormTable;
	timer: TimerTable;
	legalHold: LegalHoldTable;
	systemTask: SystemTaskTable;
	package: PackageTable;
	upload: UploadTable;
	setting: SettingTable;
	schemaMigration: SchemaMigrationTable;
}

export type EventRow = Selectable<EventTable>;
export type SealedEventRow = Selectable<SealedEventTable>;
export type PersonalRow = Selectable<PersonalTable>;
export type ReceiptRow = Selectable<ReceiptTable>;
export type RequestRow = Selectable<RequestTable>;
export type ObjectionRow = Selectable<ObjectionTable>;
export type SubscriptionRow = Selectable<SubscriptionTable>;
export type ToldRow = Selectable<ToldTable>;
export type AddresseeRow = Selectable<AddresseeTable>;
export type PreferenceRow = Selectable<PreferenceTable>;
export type TokenRow = Selectable<TokenTable>;
export type OutboxRow = Selectable<OutboxTable>;
export type WebhookRow = Selectable<WebhookTable>;
export type WebhookDeliveryRow = Selectable<WebhookDeliveryTable>;
export type ApiKeyRow = Selectable<ApiKeyTable>;
export type StaffRow = Selectable<StaffTable>;
export type SignInRow = Selectable<SignInTable>;
export type SessionRow = Selectable<SessionTable>;
export type SentFormRow = Selectable<SentFormTable>;
export type TimerRow = Selectable<TimerTable>;
export type LegalHoldRow = Selectable<LegalHoldTable>;
export type PackageRow = Selectable<PackageTable>;
export type SystemTaskRow = Selectable<SystemTaskTable>;
export type NewReceipt = Insertable<ReceiptTable>;
