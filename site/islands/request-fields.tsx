import { type FormProps, TextArea, TextField } from './fields.tsx';

/** Said in the summary where the API speaks of a text without naming it. */
export const labels = {
	details: 'What we should look for',
	'correction.what': 'What is wrong',
	'correction.shouldBe': 'What it should say',
};

/** What a request needs that is answered by letter; what acts at once needs none of it, and finds more with it. */
export const Letters = ({ values, issues, optional }: FormProps & { optional: boolean }) => (
	<>
		<TextField
			name="email"
			type="email"
			autocomplete="email"
			optional={optional}
			label="E-mail address"
			hint={
				optional
					? 'With it we find what we hold under this address too, and send you the receipt. Anything else that you ask for below is answered there. It is used for nothing else.'
					: 'We send a link to confirm the request, and the answer. It is used for nothing else.'
			}
			values={values}
			issues={issues}
		/>
		<TextField
			name="name"
			autocomplete="name"
			optional
			label="Your name"
			hint="Where it helps us to find you."
			values={values}
			issues={issues}
		/>
		<TextArea
			name="details"
			optional
			label={optional ? 'What it is about' : labels.details}
			hint={
				optional
					? 'An account, a device, or the part that you mean, such as advertising only. Without a word from you it is about all that we can tell to be yours.'
					: 'Accounts, dates, places: whatever helps us find your data. Please do not send copies of documents.'
			}
			values={values}
			issues={issues}
		/>
	</>
);

/** What a correction needs besides. */
export const Correction = ({ values, issues }: FormProps) => (
	<>
		<TextArea
			name="correction.what"
			label="What is wrong"
			hint="Why we ask: we can only mend what we can find."
			values={values}
			issues={issues}
		/>
		<TextArea name="correction.shouldBe" label="What it should say" values={values} issues={issues} />
	</>
);
