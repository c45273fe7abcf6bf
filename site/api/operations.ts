import type { Instant } from '../../schema/time.ts';
import type {
	ChoicesInput,
	Conversation,
	ObjectionInput,
	ObjectionReceipt,
	ObjectionState,
	OptInInput,
	OptOutState,
	PackageFile,
	Referral,
	RefusalAnswer,
	RightFigures,
	RightsInput,
	RightsReceipt,
	RightsRequestStatus,
	SubscribeInput,
	SubscriptionConfirmed,
	SubscriptionPending,
	Viewer,
} from './answers.ts';

/** An operation and the types of what goes in and comes out; `field` is the one root field that it asks for. */
export interface Operation<Variables, Answer> {
	text: string;
	field: string;
	/** Never set: it carries the types. */
	types?: { variables: Variables; answer: Answer | RefusalAnswer };
}

/** What is recorded once, however often it is sent with the same key. */
export interface Sent<Input> {
	input: Input;
	idempotencyKey: string | null;
	locale: string;
}

const refusals = `
	... on Refusal { __typename code message(locale: $locale) path }
	... on InvalidInput { issues { path message(locale: $locale) } }`;

const operation = <Variables, Answer>(field: string, text: string): Operation<Variables, Answer> => ({ field, text });

const versionRef = 'version { version url notice { slug title(locale: $locale) zone } }';

const requestFields =
	'right status dueOn sinceOn extendedOn extensionReason treatedAs question repliedAt consumerAskedUntil outcome endedAt reason availableActions';
const requestState = `requests { ${requestFields} }`;

export const submitRightsRequest = operation<Sent<RightsInput>, RightsReceipt | Referral>(
	'submitRightsRequest',
	`mutation SubmitRightsRequest($input: SubmitRightsRequestInput!, $idempotencyKey: String, $locale: String) {
		submitRightsRequest(input: $input, idempotencyKey: $idempotencyKey) {
			__typename
			... on RightsReceipt { code receivedAt needsConfirmation ${versionRef} ${requestState} }
			... on Referral { population referTo notice { slug title(locale: $locale) } }
			${refusals}
		}
	}`,
);

const statusFields = `... on RightsRequestStatus { receivedAt ${versionRef} ${requestState} }`;

export const confirmRightsRequest = operation<{ input: { token: string }; locale: string }, RightsRequestStatus>(
	'confirmRightsRequest',
	`mutation ConfirmRightsRequest($input: TokenInput!, $locale: String) {
		confirmRightsRequest(input: $input) { __typename ${statusFields} ${refusals} }
	}`,
);

export const answerAboutAgent = operation<
	{ input: { token: string; authorised: boolean }; locale: string },
	{ __typename: 'AgentAnswered'; authorised: boolean }
>(
	'answerAboutAgent',
	`mutation AnswerAboutAgent($input: AgentAnswerInput!, $locale: String) {
		answerAboutAgent(input: $input) { __typename ... on AgentAnswered { authorised } ${refusals} }
	}`,
);

export const withdrawRightsRequest = operation<
	{ input: { code: string; right?: string }; locale: string },
	RightsRequestStatus
>(
	'withdrawRightsRequest',
	`mutation WithdrawRightsRequest($input: WithdrawRightsRequestInput!, $locale: String) {
		withdrawRightsRequest(input: $input) { __typename ${statusFields} ${refusals} }
	}`,
);

export const resendCodes = operation<
	{ input: { email: string }; locale: string },
	{ __typename: 'CodesResent'; sent: boolean }
>(
	'resendCodes',
	`mutation ResendCodes($input: ResendCodesInput!, $locale: String) {
		resendCodes(input: $input) { __typename ... on CodesResent { sent } ${refusals} }
	}`,
);

export const requestStatus = operation<{ code: string; locale: string }, RightsRequestStatus | null>(
	'requestStatus',
	`query RequestStatus($code: String!, $locale: String) {
		requestStatus(code: $code) { __typename receivedAt ${versionRef} ${requestState} }
	}`,
);

/** A file; the API says of it only whether there is one. */
export const signedReceipt = operation<{ code: string }, string | null>(
	'signedReceipt',
	`query SignedReceipt($code: String!) { signedReceipt(code: $code) }`,
);

export const askForMessages = operation<{ input: { code: string; right: string }; locale: string }, { sent: boolean }>(
	'askForMessages',
	`mutation AskForMessages($input: AskForMessagesInput!, $locale: String) {
		askForMessages(input: $input) { __typename ... on MessagesLinkSent { sent } ${refusals} }
	}`,
);

export const openMessages = operation<{ input: { token: string }; locale: string }, Conversation>(
	'openMessages',
	`mutation OpenMessages($input: TokenInput!, $locale: String) {
		openMessages(input: $input) {
			__typename
			... on Conversation {
				mayReply ${versionRef} request { ${requestFields} } messages { id from at text files { id name type bytes } }
			}
			${refusals}
		}
	}`,
);

export const openPackage = operation<{ input: { token: string }; locale: string }, PackageFile>(
	'openPackage',
	`mutation OpenPackage($input: TokenInput!, $locale: String) {
		openPackage(input: $input) { __typename ... on PackageFile { fileName content } ${refusals} }
	}`,
);

const objectionState = `... on ObjectionReceiptStatus { status receivedAt confirmBy countedAt effect(locale: $locale) canWithdraw ${versionRef} }`;

export const submitObjection = operation<Sent<ObjectionInput>, ObjectionReceipt>(
	'submitObjection',
	`mutation SubmitObjection($input: SubmitObjectionInput!, $idempotencyKey: String, $locale: String) {
		submitObjection(input: $input, idempotencyKey: $idempotencyKey) {
			__typename
			... on ObjectionReceipt { code receivedAt confirmBy ${versionRef} }
			${refusals}
			... on WindowClosed { opensAt closesAt }
		}
	}`,
);

export const confirmObjection = operation<{ input: { token: string }; locale: string }, ObjectionState>(
	'confirmObjection',
	`mutation ConfirmObjection($input: TokenInput!, $locale: String) {
		confirmObjection(input: $input) { __typename ${objectionState} ${refusals} }
	}`,
);

export const withdrawObjection = operation<{ input: { code: string }; locale: string }, ObjectionState>(
	'withdrawObjection',
	`mutation WithdrawObjection($input: CodeInput!, $locale: String) {
		withdrawObjection(input: $input) { __typename ${objectionState} ${refusals} }
	}`,
);

export const objectionStatus = operation<{ code: string; locale: string }, ObjectionState | null>(
	'objectionStatus',
	`query ObjectionStatus($code: String!, $locale: String) {
		objectionStatus(code: $code) { __typename status receivedAt confirmBy countedAt effect(locale: $locale) canWithdraw ${versionRef} }
	}`,
);

export const subscribe = operation<Sent<SubscribeInput>, SubscriptionPending>(
	'subscribe',
	`mutation Subscribe($input: SubscribeInput!, $idempotencyKey: String, $locale: String) {
		subscribe(input: $input, idempotencyKey: $idempotencyKey) { __typename ... on SubscriptionPending { confirmBy } ${refusals} }
	}`,
);

export const confirmSubscription = operation<{ input: { token: string }; locale: string }, SubscriptionConfirmed>(
	'confirmSubscription',
	`mutation ConfirmSubscription($input: TokenInput!, $locale: String) {
		confirmSubscription(input: $input) { __typename ... on SubscriptionConfirmed { notices { slug title(locale: $locale) } } ${refusals} }
	}`,
);

export const unsubscribe = operation<
	{ input: { token: string }; locale: string },
	{ __typename: 'SubscriptionEnded'; endedAt: Instant }
>(
	'unsubscribe',
	`mutation Unsubscribe($input: TokenInput!, $locale: String) {
		unsubscribe(input: $input) { __typename ... on SubscriptionEnded { endedAt } ${refusals} }
	}`,
);

const optOutFields =
	'__typename optedOut optedOutBy optedOutAt recipients limited limitedAt signal consentedDespiteSignal asked';

export const optOutState = operation<object, OptOutState>(
	'optOutState',
	`query OptOutState { optOutState { ${optOutFields} } }`,
);

export const recordSignal = operation<{ input: { signal?: boolean }; locale: string }, OptOutState>(
	'recordSignal',
	`mutation RecordSignal($input: SignalInput!, $locale: String) {
		recordSignal(input: $input) { __typename ... on OptOutState { ${optOutFields} } ${refusals} }
	}`,
);

export const setChoices = operation<{ input: ChoicesInput; locale: string }, OptOutState>(
	'setChoices',
	`mutation SetChoices($input: SetChoicesInput!, $locale: String) {
		setChoices(input: $input) { __typename ... on OptOutState { ${optOutFields} } ${refusals} }
	}`,
);

export const askToOptIn = operation<{ input: OptInInput; locale: string }, OptOutState>(
	'askToOptIn',
	`mutation AskToOptIn($input: OptInInput!, $locale: String) {
		askToOptIn(input: $input) { __typename ... on OptOutState { ${optOutFields} } ${refusals} }
	}`,
);

export const confirmOptIn = operation<{ input: OptInInput; locale: string }, OptOutState>(
	'confirmOptIn',
	`mutation ConfirmOptIn($input: OptInInput!, $locale: String) {
		confirmOptIn(input: $input) { __typename ... on OptOutState { ${optOutFields} } ${refusals} }
	}`,
);

export const viewer = operation<object, Viewer | null>(
	'viewer',
	'query Viewer { viewer { __typename name role recentUntil } }',
);

export const requestSignIn = operation<
	{ input: { email: string; locale?: string }; locale: string },
	{ __typename: 'SignInLinkSent'; sent: boolean }
>(
	'requestSignIn',
	`mutation RequestSignIn($input: RequestSignInInput!, $locale: String) {
		requestSignIn(input: $input) { __typename ... on SignInLinkSent { sent } ${refusals} }
	}`,
);

export const signIn = operation<{ input: { token: string }; locale: string }, { __typename: 'SignedIn' }>(
	'signIn',
	`mutation SignIn($input: TokenInput!, $locale: String) { signIn(input: $input) { __typename ${refusals} } }`,
);

export const signOut = operation<{ locale: string }, { __typename: 'SignedOut' }>(
	'signOut',
	`mutation SignOut($locale: String) { signOut { __typename ${refusals} } }`,
);

export const startProviderSignIn = operation<{ locale: string }, { __typename: 'ProviderSignInStarted'; url: string }>(
	'startProviderSignIn',
	`mutation StartProviderSignIn($locale: String) {
		startProviderSignIn { __typename ... on ProviderSignInStarted { url } ${refusals} }
	}`,
);

export const finishProviderSignIn = operation<{ input: { query: string }; locale: string }, { __typename: 'SignedIn' }>(
	'finishProviderSignIn',
	`mutation FinishProviderSignIn($input: ProviderAnswerInput!, $locale: String) {
		finishProviderSignIn(input: $input) { __typename ${refusals} }
	}`,
);

export const signInProvider = operation<object, { host: string } | null>(
	'signInProvider',
	'query SignInProvider { signInProvider { host } }',
);

export const signOutProvider = operation<object, { host: string; signOutUrl: string | null } | null>(
	'signInProvider',
	'query SignOutProvider { signInProvider { host signOutUrl } }',
);

export const publishedFigures = operation<{ year: number }, RightFigures[] | null>(
	'publishedFigures',
	`query PublishedFigures($year: Int!) {
		publishedFigures(year: $year) { right received complied denied unpursued open bySignal byChoice medianDays meanDays }
	}`,
);
