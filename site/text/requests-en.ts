import type { RequestState, RequestStatusName, RightName } from '../api/answers.ts';
import type { Linked } from './forms-en.ts';

/** What the pages about requests say, in English. */
export const requestsEn = {
	rights: {
		KNOW_SPECIFIC: {
			title: 'Ask for a copy of your data',
			short: 'A copy of your data',
			lead: 'You receive the pieces of information that we hold about you, in a format that you can read and take elsewhere.',
		},
		KNOW_CATEGORIES: {
			title: 'Ask what kinds of data we hold',
			short: 'The kinds of data we hold',
			lead: 'You hear which categories we hold about you, where they came from, why we have them and who received them.',
		},
		DELETE: {
			title: 'Ask us to delete your data',
			short: 'Deletion',
			lead: 'We delete what we hold about you, and tell you of anything that the law lets us keep, and why.',
		},
		CORRECT: {
			title: 'Ask us to correct your data',
			short: 'Correction',
			lead: 'Tell us what is wrong and what it should say.',
		},
		OPT_OUT: {
			title: 'Opt out of sale and sharing',
			short: 'No sale or sharing',
			lead: 'Tell us not to sell or share your data. It takes effect without any proof of who you are.',
		},
		LIMIT: {
			title: 'Limit the use of sensitive data',
			short: 'Limited use of sensitive data',
			lead: 'We then use sensitive data only for what you asked us for. It takes effect without any proof of who you are.',
		},
	} satisfies Record<RightName, { title: string; short: string; lead: string }>,

	hubTitle: 'Ask about your data',
	hubLead:
		'You need no account. You get a receipt code, and with it you can follow what you asked for until it is answered.',
	asked: ['Asked already? ', 'See where it stands', ' '] as Linked,
	findLost: ['or ', 'find a lost code', '.'] as Linked,
	howKnown: 'How do you know us?',
	applies: (title: string) => `The ${title} applies.`,
	turnTo: (who: string) => `We cannot answer you ourselves. Please turn to ${who}.`,
	whatToAsk: 'What you can ask for',
	whatDoYouAsk: 'What do you ask for?',
	chooseAgain: 'Choose again',
	appliesTo: (who: string): Linked => [`${who}: the `, '', ' applies.'],
	allRights: 'All rights',
	referYou: (who: string) => `We refer you to ${who}`,

	atOnceHere: [
		'For this browser alone, one press under ',
		'Your Privacy Choices',
		' is enough. What you send here holds for this browser at once too, and beyond it for what we find under your name or address.',
	] as Linked,
	limitToo: ['To limit the use of sensitive data as well, use ', 'its own form', ', or choose both below.'] as Linked,
	optOutWarning:
		'Some services need to pass some data on. Where an opt-out would end such a service, we tell you which.',
	timesAYear: (times: number) => `${times === 2 ? 'Twice' : `${times} times`} in 12 months, at no cost.`,
	answeredAtOnce: (days: number) =>
		`It takes effect within ${days} business days. You need give no address and no proof. You get a receipt code here.`,
	answeredLater: (days: number, more: readonly number[]) =>
		`You get a receipt code here, and a letter with a link to confirm. You are answered within ${days} days of sending this${more.length > 0 ? `; at most ${more.join(' or ')} days, with the reason in writing` : ''}.`,
	allSince: (date: string) => `Under California’s law: all that was collected since ${date}.`,
	signal: {
		label: 'Opt-out signal',
		sent: 'Your browser sends the Global Privacy Control signal.',
		notPromised: 'The notice in force promises nothing for it yet: please use the form below to opt out.',
		honoured: 'Opt-out request honoured.',
		honouredText:
			'Your browser sends the Global Privacy Control signal. We treat it as your order not to sell or share the data of this browser: you need do nothing more.',
		none: 'No opt-out signal.',
		noneText: 'Your browser sends no Global Privacy Control signal.',
		wouldHonour: 'If you switch it on, we honour it as an opt-out of sale and sharing, and say so here.',
		formToo: 'You can also use the form below.',
	},

	/** Said by scripts too, so they are plain texts. */
	form: {
		howKnown: 'How do you know us?',
		howKnownHint: 'It decides which notice applies, and who has to answer.',
		emailHint: 'We send a link to confirm the request, and the answer. It is used for nothing else.',
		emailHintAtOnce:
			'With it we find what we hold under this address too, and send you the receipt. Anything else that you ask for below is answered there. It is used for nothing else.',
		name: 'Your name',
		nameHint: 'Where it helps us to find you.',
		details: 'What we should look for',
		detailsHint: 'Accounts, dates, places: whatever helps us find your data. Please do not send copies of documents.',
		detailsAtOnce: 'What it is about',
		detailsHintAtOnce:
			'An account, a device, or the part that you mean, such as advertising only. Without a word from you it is about all that we can tell to be yours.',
		howFarBack: 'How far back do you ask?',
		allOfIt: 'As far back as the law lets you ask',
		twelveMonths: 'For the last 12 months',
		fromADay: 'From a day on',
		sinceOn: 'From which day on?',
		wrong: 'What is wrong',
		wrongHint: 'Why we ask: we can only mend what we can find.',
		shouldBe: 'What it should say',
		evidence: 'What shows it',
		evidenceHint:
			'Say in words what shows that it is wrong, such as a letter or an entry elsewhere. We ask you for it if we need it; please send no documents here.',
		furtherCorrection: 'Correction {n}',
		oneMoreCorrection: 'Correct one more thing',
		forAnother: 'Ask for somebody else',
		whoAsks: 'Who are you to that person?',
		self: 'I ask for myself',
		agent: 'Their agent',
		agentHint: 'We ask for the permission that they signed. They confirm it to us, or show who they are.',
		attorney: 'I hold their power of attorney',
		attorneyHint: 'We ask for the document, and for nothing else.',
		conservator: 'Their conservator',
		conservatorHint: 'We ask for the court’s appointment.',
		parent: 'Parent or guardian of a child under 13',
		parentHint: 'We ask for what shows that you are.',
		onBehalfOf: 'Name of the person for whom you ask',
		onBehalfOfHint: 'Letters go to your own address. Say above how this person knows us, and what we should look for.',
		onBehalfOfEmail: 'Their own e-mail address',
		onBehalfOfEmailHint:
			'For agents: we can then ask this person by letter whether you may act. Leave it empty if you send us the permission that they signed, and what shows who they are.',
		somethingElse: 'Ask for something else at the same time',
		also: 'Also',
		send: 'Send the request',
		sendAtOnce: 'Send: it takes effect without proof',
	},

	sent: 'Your request is sent',
	received: 'We have your request',
	receivedOn: (date: string, title: string): Linked => [`Received on ${date}, under the ${title} of `, '', '.'],
	answeredBy: 'answered by',
	calendarFile: 'Calendar file',
	answerDue: (right: string) => `Answer due: ${right}`,
	underWay: 'To opt out or to limit needs no confirmation: it is under way.',
	confirmOrEnd:
		'A letter is on its way to the address you gave. Open the link in it and confirm: without that we cannot answer, and the request ends on its date. Confirming late never moves the date.',
	confirmOrEndMixed:
		'A letter is on its way to the address you gave. Open the link in it and confirm: without that we cannot answer what is answered by letter, and that ends on its date. Confirming late never moves the date.',
	keepCode: 'Print this page or write the code down; it stands in the letter too.',
	keepCodeOnlyHere: 'Print this page or write the code down: it is shown only here.',
	shownTenMinutes: [
		'A receipt is shown for ten minutes. With the code from it, or from our letter, ',
		'see where your request stands',
		'.',
	] as Linked,

	referralTitle: 'Somebody else answers you',
	referral: 'Somebody else has to answer this',
	nothingRecorded: 'Nothing that you entered was recorded.',

	confirmTitle: 'Confirm your request',
	confirmSaid: 'You opened the link that we mailed to you. Confirm that the request is yours, and we begin.',
	confirmButton: 'Confirm the request',
	confirmed: 'Your request is confirmed',

	/** What the person is asked for whom an agent acts. */
	agentQuestion: {
		title: 'May somebody ask for you?',
		said: 'You opened the link that we mailed to you. The letter names somebody who says that they are your agent, and what they ask us for in your name.',
		consequence:
			'If you permitted it, we go on with their request. If not, we refuse it. Neither answer costs you anything, and you need not say why.',
		yes: 'Yes, I permitted it',
		no: 'No, I did not permit it',
		answered: 'Your answer is recorded',
		mayAct: 'You permitted it',
		mayActNext: 'We go on with the request. Our letters about it go to the one who asked.',
		mayNotAct: 'You did not permit it',
		mayNotActNext:
			'We have refused the request, and do nothing for the one who asked. They are told that it is refused.',
		askYourself: ['You can also ', 'ask us yourself', ', at no cost.'] as Linked,
	},

	/** What is written about a request. */
	messages: {
		ask: 'Write to us about this',
		linkSent: 'A link is on its way to you',
		linkSentText:
			'If you gave an e-mail address with your request, a letter with a link is on its way to it. With the link you can read what was written, write to us, and send files.',
		replied: (date: string) => `You wrote to us on ${date}. It is our turn.`,
		title: 'Messages about your request',
		said: 'You opened the link that we mailed to you. It shows what was written about your request.',
		open: 'Show the messages',
		ended: (days: number): Linked => [
			`A link works for ${days} days. `,
			'See where your request stands',
			', and ask there for another one.',
		],
		none: 'Nothing has been written yet.',
		from: { STAFF: 'We', PERSON: 'You' },
		on: (date: string) => `on ${date}`,
		destroyed: 'These words are destroyed.',
		file: (name: string, size: string) => `${name} (${size})`,
		write: 'Write to us',
		message: 'Your message',
		messageHint: 'Why we ask: whoever answers your request reads it, and nobody else.',
		files: 'Files',
		filesHint:
			'Only if we asked for them: up to three files of at most 10 MB each, in PDF, PNG or JPEG. We keep them sealed and destroy them with what else you sent. Never send an identity card unless we asked for one.',
		send: 'Send',
		sent: 'Your message is sent',
		sentNext: 'We read it, and answer by letter. The date of our answer stays what it is.',
		closed: 'This request takes no messages any more.',
		again: 'Choose your files once more: a browser does not keep them.',
	},

	/** The yearly figures that 11 CCR 7102 asks for. */
	figures: {
		title: (year: number) => `Privacy requests in ${year}`,
		lead: (organisation: string, year: number) =>
			`What ${organisation} was asked from 1 January to 31 December ${year}, and what came of it.`,
		asked: 'Asked for',
		received: 'Received',
		table: 'Figures',
		complied: 'Done, in whole or in part',
		denied: 'Denied',
		unpursued: 'Not pursued',
		open: 'Open',
		median: 'Days, median',
		mean: 'Days, mean',
		none: 'none',
		howWeCount: 'How we count',
		atOnce: (right: string, bySignal: string, byChoice: string) =>
			`${right}: ${bySignal} by the signal of a browser and ${byChoice} by a choice made in one. Each took effect at once. Their days are not counted.`,
		notPursued: 'A request that was taken back, never confirmed or laid aside is “not pursued”.',
		daysRun: 'Days run from the day of receipt to the day of the answer.',
	},

	download: {
		title: 'Download your data',
		said: 'You opened the link that we mailed to you. The file holds what we keep about you: save it where only you can read it.',
		howToOpen: 'It is a zip file. Unpack it and open the page index.html in a browser.',
		button: 'Download your data',
		ended: (days: number) => `A link works for ${days} days, unless we withdraw it.`,
		again: 'Ask for your data again',
	},

	statusTitle: 'Where your request stands',
	seeStatus: 'See where your request stands',
	withdrawn: 'Your request is withdrawn',
	another: 'Another request',
	lostCode: 'The code is lost',
	dueOn: 'Due on',
	endedOn: (date: string) => `Ended on ${date}.`,
	withdraw: 'Withdraw',
	status: {
		AWAITING_CONFIRMATION: { name: 'Waiting for you', said: 'Open the link in our letter to confirm it.' },
		IN_PROGRESS: { name: 'With us', said: 'We are working on it.' },
		ANSWERED: { name: 'Answered', said: 'The answer went to you by letter.' },
		REFUSED: { name: 'Refused', said: 'The reason went to you by letter.' },
		WITHDRAWN: { name: 'Withdrawn', said: 'You took it back.' },
		LAPSED: { name: 'Ended', said: 'It was not confirmed in time.' },
		CLOSED: { name: 'Laid aside', said: 'It was laid aside without an answer of its own.' },
	} satisfies Record<RequestStatusName, { name: string; said: string }>,
	since: (date: string) => `You ask to know what was collected since ${date}.`,
	partly: 'It was granted in part. What was not, and why, went to you by letter.',
	consumerAsked: (date: string) =>
		`We have asked the person for whom you ask, by letter, whether you may act. They can answer until ${date}.`,
	/** What our letter asked for, while it is open. */
	questioned: {
		IDENTITY: 'We have asked you by letter to show who you are.',
		AUTHORITY: 'We have asked you by letter to show that you may ask for this person.',
		DETAILS: 'We have asked you by letter what exactly you mean.',
	} satisfies Record<NonNullable<RequestState['question']>, string>,
	putOff: {
		COMPLEXITY: (date: string) => `On ${date} we put our answer off: your request takes longer than most.`,
		NUMBER_OF_REQUESTS: (date: string) => `On ${date} we put our answer off: we have many requests to answer.`,
	} satisfies Record<NonNullable<RequestState['extensionReason']>, (date: string) => string>,
	asCategories: 'We could not make sure who you are, so we answer with categories of information.',
	/** Of a right that acts at once, where nobody had to give an address and so no letter may have gone out. */
	doneAtOnce: 'It is done. If you gave an address, a letter there says so.',
	refusedAtOnce:
		'If you gave an address, the reason is in our letter there. If not, ask us for it with your receipt code.',
	duplicate: 'An earlier request of yours asks the same. We answer you with that one.',
	accessLimit:
		'You have had as many answers as the notice promises in 12 months; our letter says when you can ask again.',

	lostTitle: 'Find a lost code',
	lostLead: 'We mail the codes of your open requests to the address that you gave with them.',
	lostSame:
		'The answer on this page is the same for every address, so that nobody can find out who has asked us for something.',
	lostButton: 'Mail me my codes',
	lookAtLetters: 'Look at your letters',
	lostSent: 'If we know requests from that address, a letter is on its way to it',
	lostSentText: 'It carries their receipt codes. If none arrives within the hour, you may have given another address.',
};

export type RequestsText = typeof requestsEn;
