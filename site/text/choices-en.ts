/** What the page of standing choices says, in English. */
export const choicesEn = {
	title: 'Your Privacy Choices',
	lead: 'What you choose here holds for this browser at once. You need give no name, no address and no proof.',
	saved: 'Your choice is in effect. You need do nothing more.',
	done: 'Done',
	error: 'Error',
	signalLabel: 'Opt-out signal',
	honoured: 'Opt-out request honoured.',
	honouredText:
		'Your browser sends the Global Privacy Control signal. We take it as your order not to sell or share the data of this browser.',
	honouredBefore:
		'This browser sent the Global Privacy Control signal before. We took it as your order not to sell or share its data, and it still stands.',
	despite: 'Your browser says no, and you said yes.',
	despiteText:
		'It sends the Global Privacy Control signal. You allowed sale and sharing in spite of it, so that we follow what you said. You can take it back below.',
	noSignal:
		'Your browser sends no Global Privacy Control signal. If you switch it on, we honour it as an opt-out and say so here.',
	sharing: 'Sale and sharing',
	sharingOff: (date: string | null) =>
		date
			? `Off since ${date}: we sell and share nothing about this browser.`
			: 'Off: we sell and share nothing about this browser.',
	sharingPart: (names: string) => `Off for ${names}; allowed for the others.`,
	sharingOn: 'Allowed, as far as the notice in force says.',
	stopSharing: 'Do not sell or share my data',
	allowSharing: 'Allow sale and sharing',
	some: 'Only with some',
	someLabel: 'Do not sell to or share with',
	stopSome: 'Save for these only',
	sensitive: 'Sensitive data',
	sensitiveOff: (date: string) => `Limited since ${date}: we use it only for what you ask us for.`,
	sensitiveOn: 'Not limited, as far as the notice in force says.',
	limit: 'Limit the use of my sensitive data',
	allowUse: 'Allow other uses of sensitive data',
	confirmTitle: 'Allow it again?',
	confirmSharing: 'We may then sell and share data of this browser again, as the notice in force says.',
	confirmSensitive:
		'We may then use sensitive data again as the notice in force says, not only for what you ask us for.',
	confirmSignal:
		'Your browser sends the Global Privacy Control signal, which says the opposite. If you go on, we follow what you say here for a year, or until you opt out again.',
	yes: 'Yes, allow it',
	no: 'No, leave it as it is',
	more: 'Beyond this browser',
	moreText: 'Do you want the same for what we hold under your name or address?',
	moreLink: 'Send it with your name or address',
	elsewhere: (site: string) => `Take this choice to ${site}, which keeps its own`,
	keeps:
		'To keep your choice we set one cookie in this browser, with a random value and nothing else. Delete it, or use another browser, and you have to choose again. The signal needs no cookie.',
	unreachable: 'We could not look up what you chose. Please open this page again in a moment.',
};

export type ChoicesText = typeof choicesEn;
