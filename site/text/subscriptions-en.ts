import type { Linked } from './forms-en.ts';

/** What the pages about letters of changes say, in English. */
export const subscriptionsEn = {
	title: 'Hear of changes',
	lead: 'A letter by e-mail when a notice is to change, before it changes, and again when it does.',
	withoutAddress: 'Without an address',
	feeds: 'Each notice has feeds for a feed reader.',

	/** Said by scripts too, so they are plain texts. */
	form: {
		notices: 'Which notices?',
		classes: 'Which changes?',
		everyChange: 'Every change to what a notice says',
		everyChangeHint: 'Mended spelling and the like are not among them.',
		materialOnly: 'Material changes only',
		materialOnlyHint: 'Those that matter most to you, announced beforehand.',
		frequency: 'How often?',
		frequencyHint: 'We tell you of a material change at once, whatever you choose here.',
		atOnce: 'At once',
		daily: 'Once a day, if there is something to tell',
		weekly: 'Once a week, if there is something to tell',
		emailHint: 'We write when something changes, and for nothing else. Every letter has a link that ends this.',
		nextSteps:
			'You get a letter with a link. Open it within 48 hours and confirm; otherwise we erase the address then.',
		send: 'Send me the link',
	},

	lookAtLetters: 'Look at your letters',
	oneMoreStep: 'One more step',
	openLink: (until: string | null) =>
		`A letter is on its way to the address you gave. Open the link in it${until ? ` until ${until}` : ''}, and you will hear of every change. Without that, we erase the address then.`,

	confirmTitle: 'Confirm your subscription',
	confirmSaid: 'Confirm that you want to hear of changes at this address.',
	confirmButton: 'Yes, write to me',
	confirmed: 'You will hear of changes',
	addressConfirmed: 'Your address is confirmed',
	weWrite: 'We write when one of these changes:',
	everyLetter: 'Every letter has a link that ends this.',
	again: 'Subscribe again',

	endTitle: 'End your subscription',
	endSaid:
		'We then write no more letters about changes to this address, whichever notices they were about, and erase the address 28 days later.',
	endButton: 'End the subscription',
	ended: 'Your subscription has ended',
	noMore: 'We write no more letters about changes',
	erased: ['We erase your address 28 days from now. You can ', 'subscribe again', ' at any time, '] as Linked,
	orRead: ['or read ', 'the notices and their history', ' here.'] as Linked,
};

export type SubscriptionsText = typeof subscriptionsEn;
