/** Every kind of letter that is ever queued; each has one file that writes it. */
export const letterKinds = [
	'request-receipt',
	'request-confirmed',
	'request-extended',
	'request-answered',
	'request-refused',
	'request-limit',
	'request-withdrawn',
	'request-lapsed',
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
