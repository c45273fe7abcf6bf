/** Every kind of letter that is ever queued; each has one file that writes it. */
export const letterKinds = [
	'request-receipt',
	'request-confirmed',
	'request-as-categories',
	'request-asked',
	'request-message',
	'request-messages-link',
	'request-fee',
	'request-extended',
	'request-answered',
	'request-partly',
	'request-refused',
	'request-duplicate',
	'request-reopened',
	'request-contested',
	'request-limit',
	'request-withdrawn',
	'request-lapsed',
	'consumer-asked',
	'package-ready',
	'codes',
	'sign-in',
	'objection-confirm',
	'objection-counted',
	'objection-decided',
	'objection-withdrawn',
	'objection-overtaken',
	'objection-lapsed',
	'subscription-confirm',
	'subscription-welcome',
	'subscription-ended',
	'change-announced',
	'change-in-force',
	'change-withdrawn',
	'change-digest',
] as const;

export type LetterKind = (typeof letterKinds)[number];

/** How a letter leaves: by a mail server, or printed. */
export const letterChannels = ['MAIL', 'POST'] as const;
export type LetterChannel = (typeof letterChannels)[number];
