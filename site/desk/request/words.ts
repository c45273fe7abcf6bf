import type { CategoryKey } from '../../../schema/notice/vocabulary.ts';
import type { groundKeys } from '../../../schema/regimes/grounds.ts';
import type {
	closings,
	DataPoint,
	ExtensionReason,
	IntakeManner,
	Outcome,
	Proof,
	Question,
	Reopening,
	Requester,
	staffManners,
} from '../../../schema/request/vocabulary.ts';
import type { TaskFailure, TaskKind, TaskNote, TaskStatus } from '../../../schema/system/task-vocabulary.ts';

/** What each action is called, in the order in which it is usually wanted. */
export const actionWords: Record<string, string> = {
	ANSWER: 'Answer it',
	VERIFY: 'Note who the person is',
	AUTHORISE: 'Note what shows that they may ask',
	ASK_CONSUMER: 'Ask the person acted for',
	TREAT_AS_CATEGORIES: 'Answer with categories instead',
	ASK: 'Ask the person something',
	WRITE: 'Write to the person',
	EXTEND: 'Put the answer off',
	CHARGE: 'Ask for a fee',
	REFUSE: 'Refuse it',
	CLOSE: 'Lay it aside',
	REOPEN: 'Take it up again',
	CONTEST: 'Note that a refused correction is contested',
};

/** What stands above each field, by the name that the API gives it. */
export const fieldWords: Record<string, string> = {
	outcome: 'How is it answered?',
	ground: 'On what ground?',
	denials: 'What is refused, and on what ground?',
	message: 'Your words in the letter',
	points: 'What matches the data that you hold?',
	contested: 'What does the person say is wrong?',
	declaration: 'The person has signed that they are who they say',
	reauthenticated: 'The person signed in again to an account that they had already',
	proof: 'What was shown?',
	question: 'What do you ask for?',
	dueOn: 'Until when?',
	reason: 'Why?',
	cents: 'How much, in US dollars?',
	duplicateOf: 'Address of the earlier request on this desk',
	items: 'Which corrections?',
	statement: 'The person’s own statement, of 250 words at most',
	email: 'E-mail address of the person acted for',
	locale: 'Language of the letter',
};

export const fieldHints: Record<string, string> = {
	message: 'They stand in the letter as you write them. The rest of the letter is written for you.',
	points: 'Tick only what you compared. The values themselves are not kept.',
	contested: 'What is in dispute proves nothing.',
	statement: 'For data about health. It goes with the data from now on.',
	denials: 'What you leave open is granted.',
	email: 'Left empty, the address that came with the request is used.',
};

const grounds: Record<(typeof groundKeys)[number], string> = {
	UNVERIFIED: 'Who asks could not be verified',
	AUTHORITY_NOT_SHOWN: 'It was not shown that they may ask for another',
	NOT_A_CONSUMER: 'Not a resident of California',
	EXEMPT: 'The data is exempt from the law',
	SERVICE_PROVIDER: 'We hold it for somebody else',
	UNFOUNDED: 'Manifestly unfounded or excessive',
	FRAUD: 'Fraudulent, on record why',
	TRANSACTION: 'Needed for an order, a warranty, a recall or a contract',
	SECURITY: 'Needed to keep systems secure',
	DEBUG: 'Needed to mend faults',
	SPEECH: 'Free speech, or another’s right',
	CAL_ECPA: 'Electronic Communications Privacy Act',
	RESEARCH: 'Research to which the person agreed',
	INTERNAL_USE: 'Internal use that the person can expect',
	LEGAL_OBLIGATION: 'A duty of law',
	LEGAL_CLAIMS: 'Legal claims',
	OTHERS_RIGHTS: 'It would harm other people’s rights',
	LAW_CONFLICT: 'Another law forbids it',
	IMPOSSIBLE: 'Impossible, or out of all proportion',
	NEVER_DISCLOSED: 'Never disclosed, whoever asks',
	NOT_SEARCHABLE: 'Not kept in a searchable form',
	ACCURATE: 'Correct as it stands',
	NO_DOCUMENTS: 'Nothing sent shows that it is wrong',
	REPEATED: 'The same was refused in the last six months',
};

/** Data points, which some grounds share a name with. */
export const pointWords: Record<DataPoint, string> = {
	EMAIL: 'E-mail address',
	NAME: 'Name',
	POSTAL_ADDRESS: 'Postal address',
	TELEPHONE: 'Telephone number',
	CUSTOMER_NUMBER: 'Customer number',
	TRANSACTION: 'A transaction',
	DEVICE: 'A device',
};

export const proofWords: Record<Proof, string> = {
	IDENTITY: 'Who the person is',
	SIGNED_PERMISSION: 'Permission that the person signed',
	CONSUMER_CONFIRMATION: 'The person’s own word that the agent may act',
	POWER_OF_ATTORNEY: 'Power of attorney',
	CONSERVATORSHIP: 'A court’s appointment as conservator',
	PARENTHOOD: 'That they are the parent or guardian',
};

export const outcomeWords: Record<Outcome, string> = {
	GRANTED: 'All of it is granted',
	PARTLY: 'A part of it is granted',
	DENIED: 'All of it is refused',
};

const questions: Record<Question, string> = {
	IDENTITY: 'Who they are',
	AUTHORITY: 'What shows that they may ask for another',
	DETAILS: 'More details',
};

const extensions: Record<ExtensionReason, string> = {
	COMPLEXITY: 'The request is complex',
	NUMBER_OF_REQUESTS: 'There are many requests at this time',
};

const reopenings: Record<Reopening, string> = {
	OUR_MISTAKE: 'We made a mistake',
	NEW_EVIDENCE: 'Something new was shown',
	COMPLAINT: 'The person complained',
};

const closingWords: Record<(typeof closings)[number], string> = {
	SPAM: 'It is no request: nobody is written to',
	DUPLICATE: 'The same person asked the same before',
};

/** What an option is called, whatever field it stands in. */
export const optionWords: Record<string, string> = {
	...grounds,
	...proofWords,
	...outcomeWords,
	...questions,
	...extensions,
	...reopenings,
	...closingWords,
	EXCESSIVE: 'Excessive',
	REPETITIVE: 'Repetitive',
};

const categories: Record<CategoryKey, string> = {
	identifiers: 'Identifiers',
	customerRecords: 'Customer records',
	protectedCharacteristics: 'Protected characteristics',
	commercial: 'Commercial information',
	biometric: 'Biometric information',
	internetActivity: 'Internet activity',
	geolocation: 'Geolocation',
	sensory: 'Sound, images and the like',
	professional: 'Professional information',
	education: 'Education information',
	inferences: 'Inferences',
	sensitive: 'Sensitive information',
	other: 'Other information',
};

/** The API's name of a key: `customerRecords` is `CUSTOMER_RECORDS`. */
const apiName = (key: string) => key.replace(/([A-Z])/g, '_$1').toUpperCase();

const categoryWords = Object.fromEntries(Object.entries(categories).map(([key, words]) => [apiName(key), words]));

/** What a part of a request is called: a category of data, or a correction by its number. */
export const partWords = (part: string): string =>
	/^\d+$/.test(part) ? `Correction ${part}` : (categoryWords[part] ?? inWords(part));

/** Some words for a code of the API that has none yet: `CUSTOMER_RECORDS` is "Customer records". */
export const inWords = (code: string): string => {
	const words = code.toLowerCase().replaceAll('_', ' ');
	return words.charAt(0).toUpperCase() + words.slice(1);
};

export const requesterWords: Record<Requester, string> = {
	SELF: 'The person',
	AGENT: 'An agent',
	ATTORNEY: 'A holder of a power of attorney',
	CONSERVATOR: 'A conservator',
	PARENT: 'A parent or guardian',
};

export const mannerWords: Record<IntakeManner, string> = {
	FORM: 'the form',
	EMAIL: 'e-mail',
	TELEPHONE: 'telephone',
	POST: 'post',
	IN_PERSON: 'in person',
	IMPORT: 'another system',
};

/** In what manner something reaches staff, who enters it. */
export const staffMannerWords: Record<(typeof staffManners)[number], string> = {
	TELEPHONE: 'By telephone',
	EMAIL: 'By e-mail',
	POST: 'By post',
	IN_PERSON: 'In person',
};

export const clockWords: Record<string, string> = {
	CONFIRM: 'Confirm that it was received',
	RESPOND: 'Answer',
	EXTEND: 'Answer, if it is put off',
	ASK_TO_OPT_IN: 'Ask to opt in again, at the earliest',
	KEEP_RECORD: 'Keep the record of it',
};

export const eventWords: Record<string, string> = {
	REQUEST_SUBMITTED: 'Received',
	REQUEST_CONFIRMED: 'Address confirmed',
	REQUEST_LIMITED: 'Refused: asked too often this year',
	REQUEST_AUTHORISED: 'Shown that they may ask',
	REQUEST_CONSUMER_ASKED: 'Asked the person acted for',
	REQUEST_AGENT_CONFIRMED: 'The person acted for let the agent act',
	REQUEST_AGENT_DENIED: 'Refused: the person acted for did not let the agent act',
	REQUEST_VERIFIED: 'Verified',
	REQUEST_TREATED_AS_CATEGORIES: 'To be answered with categories',
	REQUEST_ASKED: 'Asked the person',
	REQUEST_WRITTEN: 'Wrote to the person',
	REQUEST_REPLIED: 'The person wrote',
	REQUEST_CHARGED: 'Asked for a fee',
	REQUEST_EXTENDED: 'Answer put off',
	REQUEST_ANSWERED: 'Granted',
	REQUEST_ANSWERED_IN_PART: 'Granted in part',
	REQUEST_REFUSED: 'Refused',
	REQUEST_DISCARDED: 'Laid aside as no request',
	REQUEST_JOINED: 'Laid aside as a duplicate',
	REQUEST_REOPENED: 'Taken up again',
	REQUEST_CONTESTED: 'Contested by the person',
	REQUEST_WITHDRAWN: 'Taken back by the person',
	REQUEST_LAPSED: 'Ended: never confirmed',
};

export const taskKindWords: Record<TaskKind, string> = {
	FIND: 'Find what is held',
	ERASE: 'Erase it',
	CORRECT: 'Correct it',
	TELL: 'Tell whoever received it',
};

export const taskStatusWords: Record<TaskStatus, string> = {
	WAITING: 'Waits for proof of who asks',
	OPEN: 'To be done',
	FAILED: 'To be tried again',
	DONE: 'Done',
	CANCELLED: 'No longer needed',
};

export const noteWords: Record<TaskNote, string> = {
	FOUND: 'Found',
	ERASED: 'Erased',
	DEIDENTIFIED: 'De-identified',
	CORRECTED: 'Corrected',
	TOLD: 'Told',
	NOTHING_HELD: 'Nothing is held',
	KEPT: 'Kept, on a ground of the law',
	IMPOSSIBLE: 'Impossible',
	DISPROPORTIONATE: 'Out of all proportion',
};

export const failureWords: Record<TaskFailure, string> = {
	UNREACHABLE: 'The system could not be reached',
	REFUSED: 'The system refused',
	DETAILS_MISSING: 'Details are missing',
};
