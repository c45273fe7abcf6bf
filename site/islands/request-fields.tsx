import { type FormProps, TextArea, TextField } from './fields.tsx';

/** Said in the summary where the API speaks of a text without naming it. */
export const labels = {
	details: 'What we should look for',
	'correction.what': 'What is wrong',
	'correction.shouldBe': 'What it should say',
};

/** What a request needs that is answered by letter. */
export const Letters = ({ values, issues }: FormProps) => (
	<>
		<TextField
			name="email"
			type="email"
			autocomplete="email"
			label="E-mail address"
			hint="We send a link to confirm the request, and the answer. It is used for nothing else."
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
			label="What we should look for"
			hint="Accounts, dates, places: whatever helps us find your data. Please do not send copies of documents."
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
