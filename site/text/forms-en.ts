/** A sentence with a link in it: what stands before, the words of the link, what stands after. */
export type Linked = readonly [before: string, link: string, after: string];

/** What all forms, receipts and status pages say, in English. */
export const formsEn = {
	error: 'Error',
	done: 'Done',
	/** Said by scripts too, so they are plain texts; `{n}` is a number. */
	fields: {
		error: 'Error: ',
		optional: '(optional)',
		sending: 'Sending…',
		oneWrong: 'One thing needs another look',
		manyWrong: '{n} things need another look',
		unreachable:
			'We have had no answer just now. What you entered is still here: please send it again in a moment. However often you send it, it is recorded once.',
	},
	email: 'E-mail address',
	next: 'What happens next',
	yourCode: 'Your receipt code',
	codeLabel: 'Receipt code',
	codeHint:
		'16 letters and digits, from your receipt or your letter. Small letters, spaces and missing hyphens do no harm.',
	codeButton: 'Show where it stands',
	receiptOf: (code: string) => `Receipt ${code}`,
	noReceipt: 'No receipt here any more',
	takenWithCode: 'It was taken. Its receipt code is',
	addressConfirmed: 'Thank you: your address is confirmed',
	follow: ['Follow it at ', 'the status page', ' with your receipt code.'] as Linked,
	followOrWithdraw: ['Follow it, or take it back, at ', 'the status page', ' with this code.'] as Linked,
	download: 'Download a signed receipt',
	downloadSaid: ['It names nobody, and ', 'anybody can check it', '.'] as Linked,
	/** A version after its title; `date` is what it is named by. */
	numbered: (date: string, number: string) => `${date} (no. ${number})`,
};

export type FormsText = typeof formsEn;
export type FieldsText = FormsText['fields'];
