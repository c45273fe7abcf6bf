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
	ALREADY_EXTENDED: 'The answer was put off before. That is possible only once.',
	NEVER_EXTENDED: 'The answer to this right is never put off.',
	EXTENSION_TOO_LATE: 'The answer is overdue. It could be put off only until its date.',
	DATE_NOT_PROMISED: 'The notice names other dates for a later answer. Choose one of the request’s clocks.',
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
	KEY_REUSED: 'This was sent before, with other answers. To have these recorded as well, send them once more.',
	TOO_MANY_REQUESTS: 'That was too often. Please try again later.',
	SIGN_IN_LINK:
		'This link signs in once, within 15 minutes, and only in the browser in which you asked for it. Ask for a new one.',
	OWN_PAGES_ONLY: 'This is done on our own pages only.',
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
