import type { Instant } from './time.ts';

/** Every refusal's stable code with what it says to people; programs rely on the codes, so none is ever renamed. */
export const refusals = {
	INVALID_INPUT: 'Some answers need another look.',
	UNKNOWN_NOTICE: 'There is no such notice.',
	UNKNOWN_VERSION: 'There is no such version of this notice.',
	UNKNOWN_CODE: 'We know no receipt with this code. Check it against your letter.',
	UNKNOWN_TOKEN: 'This link does not work. It may have been used already, or be too old.',
	UNKNOWN_REQUEST: 'There is no such request.',
	UNKNOWN_POPULATION: 'No notice says who answers you. Please write to the contact named in the notice.',
	REFERRED: 'Somebody else answers these people. The notice says who.',
	NO_NOTICE_IN_FORCE: 'No version of this notice is in force.',
	RIGHT_NOT_OFFERED: 'The notice in force does not offer this right.',
	ADDRESS_NEEDED: 'We need an e-mail address to answer this request.',
	ALREADY_CONFIRMED: 'This is confirmed already. You need do nothing more.',
	UNKNOWN_OBJECTION: 'There is no objection with this id.',
	ALREADY_COUNTED: 'Your objection to this version is counted already.',
	ALREADY_VERIFIED: 'The person is verified already.',
	ALREADY_ENDED: 'This has ended already.',
	LINK_EXPIRED: 'The time to confirm is over.',
	NOT_CONFIRMED: 'The address has not been confirmed yet.',
	NEVER_VERIFIED: 'Nobody is asked to prove who they are for this right.',
	NOT_VERIFIED: 'The person must be verified before this request is granted.',
	IDENTITY_NOT_NEEDED: 'What has been shown is enough; who the person is need not be proved.',
	TOO_FEW_POINTS: 'Too few points match what you hold. The request’s `verification` says how many must.',
	CONTESTED_POINT: 'What the person says is wrong cannot prove who they are. Leave it out of the points.',
	DECLARATION_NEEDED: 'This needs the person’s signed declaration that they are who they say.',
	ALREADY_SHOWN: 'This proof is noted already.',
	PROOF_OF_NO_USE: 'This proof is not asked of this requester for this right.',
	CONSUMER_NOT_REACHABLE:
		'To ask the person acted for takes an e-mail address of their own, and a name or address of the agent to tell them.',
	NOT_FOR_CATEGORIES:
		'Only a request for pieces of data whose sender could not be verified is answered with categories.',
	CATEGORIES_FIRST: 'One who cannot prove who they are is answered with categories. Note that first.',
	PROOF_IS_SHOWN: 'The proof that this ground is about is not missing, or the notice does not ask for it.',
	GROUND_NEEDED: 'A refusal names its ground: one for the whole, or one for each part.',
	GROUND_NOT_EXPECTED: 'This ground does not go with this outcome.',
	GROUND_NOT_OFFERED: 'Neither the law nor the notice gives this ground for this request. Choose one of its `grounds`.',
	PART_NOT_NAMED: 'A part of this request is named by its category of data, of a correction by its number.',
	OTHER_OUTCOME: 'Where every correction is refused, the outcome is DENIED; where one is not, it is PARTLY.',
	NEVER_CHARGED: 'Nobody pays for this right.',
	ALREADY_CHARGED: 'A fee was asked for already.',
	NO_DUPLICATE: 'A duplicate names an earlier request for the same right and of the same address.',
	NOT_ENDED: 'This has not ended.',
	ENDED_BY_PERSON: 'This was taken back, or never confirmed. The person can ask again.',
	RECORD_DESTROYED: 'What was sent with this has been destroyed. The person can ask again.',
	NOTHING_TO_CONTEST: 'Name corrections that were refused and are not contested yet.',
	NOT_YET_RECEIVED: 'The date of receipt is in the future.',
	SINCE_LATER: 'The day from which on you want to know is still to come.',
	ALREADY_EXTENDED: 'The answer was put off before. That is possible only once.',
	NEVER_EXTENDED: 'The answer to this right is never put off.',
	EXTENSION_TOO_LATE: 'The answer is overdue. It could be put off only until its date.',
	DATE_NOT_PROMISED: 'The notice names other dates for a later answer. Choose one of the request’s clocks.',
	UNKNOWN_PACKAGE: 'There is no such package.',
	PACKAGE_EXPIRED: 'The time to download this file is over, and the file is destroyed.',
	PACKAGE_REVOKED: 'This file was withdrawn, and is destroyed.',
	NO_ACCESS_REQUEST: 'A package answers only a request for the data itself.',
	UNKNOWN_TASK: 'There is no such task.',
	OTHER_NOTE: 'A task of this kind ends with another note. Choose one of its notes.',
	NOT_TOLD_THEN: 'A date is given only where somebody was told, from the day the task began to today.',
	NOT_DUE: 'The time for this has not come yet.',
	WINDOW_CLOSED: 'Objections to this version are not taken now.',
	NO_OBJECTION_WINDOW: 'This version takes no objections.',
	TOO_LATE: 'This version has taken effect or was withdrawn; people are told before.',
	NOTHING_CHOSEN: 'Choose at least one notice.',
	NO_CHOICE_MADE: 'Choose what we are to stop.',
	UNKNOWN_RECIPIENT: 'No notice in force names this recipient. Choose from the list, or choose all.',
	NO_BROWSER: 'Choices of a browser are made on our own pages. Give an e-mail address to choose for a person.',
	NOT_OPTED_OUT: 'This is not switched off, so there is nothing to allow again.',
	NOT_ASKED: 'Nothing waits for your confirmation. Ask again, and confirm within an hour.',
	NO_WAY_TO_WRITE: 'There is no e-mail address that letters could go to.',
	NOTHING_WRITTEN: 'Write a few words, or choose a file.',
	FILE_TYPE: 'We take files in PDF, PNG and JPEG only.',
	FILE_TOO_LARGE: 'A file has at most 10 MB.',
	TOO_MANY_FILES: 'At most three files can come with a message.',
	TOO_MANY_MESSAGES: 'You have written as often as this page allows. Please write to the contact named in the notice.',
	UNKNOWN_FILE: 'There is no such file, or it has been destroyed.',
	KEY_REUSED: 'This was sent before, with other answers. To have these recorded as well, send them once more.',
	TOO_MANY_REQUESTS: 'That was too often. Please try again later.',
	SIGN_IN_LINK:
		'This link signs in once, within 15 minutes, and only in the browser in which you asked for it. Ask for a new one.',
	NO_PROVIDER: 'This site signs nobody in with an identity provider.',
	PROVIDER_REFUSED: 'The identity provider did not sign you in. Try again.',
	NOT_STAFF: 'The identity provider knows you, and this site has no role for you. Ask whoever looks after it.',
	OWN_PAGES_ONLY: 'This is done on our own pages only.',
	UNKNOWN_PERSON: 'There is nobody on the list with this id.',
	ALREADY_STAFF: 'Somebody with this address is on the list already. Change their role.',
	YOURSELF: 'Nobody changes their own role or takes themselves off the list. Ask another officer.',
	LAST_OFFICER: 'This is the last officer. Make somebody else an officer first.',
	MORE_THAN_YOURS: 'Nobody can give, change or take away what they may not do themselves.',
	UNKNOWN_WEBHOOK: 'There is no webhook with this id.',
	UNKNOWN_DELIVERY: 'There is no delivery with this id that is over.',
	UNKNOWN_SYSTEM: 'No system with this id is reached by a webhook.',
	UNKNOWN_KEY: 'There is no key with this id that could be revoked.',
	STEP_UP_NEEDED: 'This needs a sign-in that is not older than 15 minutes. Sign in again.',
	CONFLICT: 'Somebody else changed this at the same moment. Please look again.',
	FORBIDDEN: 'This key does not allow that.',
} as const satisfies Record<string, string>;

export type RefusalCode = keyof typeof refusals;

/** Why something asked for is not done, said so that the caller can mend it; a value, never an exception. */
export interface Refusal {
	code: RefusalCode;
	/** For people, in English. */
	message: string;
	/** Path of the input's field; empty where none is to blame. */
	path: string[];
	/** The dates, where the refusal is about a window of time. */
	window?: { opensAt: Instant; closesAt: Instant };
}

/** The refusal with a code, its words, and the field to blame. */
export const refusal = (code: RefusalCode, path: string[] = []): Refusal => ({ code, message: refusals[code], path });
