import type { ObjectionStatusName } from '../api/answers.ts';
import type { Linked } from './forms-en.ts';

/** What the pages about objections say, in English. */
export const objectionsEn = {
	title: 'Object to a change',
	asked: ['Objected already? ', 'See where it stands', '.'] as Linked,
	nothing: 'Nothing can be objected to now.',
	nothingText: [
		'When a change that matters is announced, it says here until when you can object to it and what an objection does. To be told in time, ',
		'leave your address',
		'.',
	] as Linked,
	changeFrom: (title: string, date: string) => `${title}, from ${date}`,
	seeChanges: 'See what changes',
	readText: 'Read the new text',
	until: (date: string): readonly [string, string, string] => ['You can object ', `until ${date}`, '.'],
	fromTo: (opens: string, closes: string) => `Objections are taken from ${opens} to ${closes}.`,
	effect: 'What an objection does',

	/** Said by scripts too, so they are plain texts. */
	form: {
		which: 'Which change?',
		emailHint:
			'We send a link to confirm the objection, so that nobody can object in your name. It is used for nothing else.',
		name: 'Your name',
		nameHint: 'Where it helps us to find your account.',
		reason: 'Why you object',
		reasonHint: 'You need give no reason. If you do, it is read by people.',
		nextSteps:
			'You get a receipt code here, and a letter with a link. Confirm within 7 days, and the objection counts from the moment you sent it.',
		send: 'Send the objection',
	},

	sent: 'Your objection is sent',
	received: 'We have your objection',
	recordedAgainst: (title: string): Linked => ['It is recorded against the version of ', '', ` of the ${title}.`],
	confirmUntil: (date: string) =>
		`A letter is on its way to the address you gave. Confirm by its link until ${date}, and the objection counts, even if the time for objecting has ended by then.`,
	keepCode: 'Print this page or write the code down; it stands in the letter too.',
	shownTenMinutes: [
		'A receipt is shown for ten minutes. With the code from it, or from our letter, ',
		'see where your objection stands',
		'.',
	] as Linked,

	confirmTitle: 'Confirm your objection',
	confirmSaid: 'You opened the link that we mailed to you. Confirm that the objection is yours, and it counts.',
	confirmButton: 'Confirm the objection',
	confirmed: 'Your objection is confirmed',

	statusTitle: 'Where your objection stands',
	seeStatus: 'See where your objection stands',
	withdrawn: 'Your objection is withdrawn',
	another: 'Another objection',
	receivedOn: (date: string, title: string): Linked => [
		`Received on ${date}, against the version of `,
		'',
		` of the ${title}.`,
	],
	youCanUntil: (date: string) => `You can until ${date}.`,
	confirmedOn: (date: string) => `Confirmed on ${date}.`,
	does: 'What it does:',
	withdraw: 'Withdraw the objection',
	status: {
		AWAITING_CONFIRMATION: { name: 'Waiting for you', said: 'Open the link in our letter to confirm it.' },
		COUNTED: { name: 'Counted', said: 'Your objection counts.' },
		DECIDED: { name: 'Decided', said: 'The decision and its reason went to you by letter.' },
		JOINED: {
			name: 'Counted already',
			said: 'Another objection of yours to this version counts. This one adds nothing to it.',
		},
		WITHDRAWN: { name: 'Withdrawn', said: 'You took it back. It no longer counts.' },
		LAPSED: { name: 'Ended', said: 'It was not confirmed in time, and does not count.' },
	} satisfies Record<ObjectionStatusName, { name: string; said: string }>,
};

export type ObjectionsText = typeof objectionsEn;
