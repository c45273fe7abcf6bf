import { submitObjection } from '../api/operations.ts';
import { objectionInput, sent } from '../forms/read.ts';
import { ErrorSummary } from './error-summary.tsx';
import { type Choice, Choices, type FormProps, KeyField, SendButton, TextArea, TextField } from './fields.tsx';
import { useForm } from './use-form.ts';

export interface ObjectionFormProps extends FormProps {
	endpoint: string;
	title: string;
	/** The versions that can be objected to now, each as `<notice>/<version>`. */
	versions: readonly Choice[];
}

export const ObjectionForm = ({ endpoint, title, versions, values, issues: found }: ObjectionFormProps) => {
	const form = useForm({
		endpoint,
		operation: submitObjection,
		variables: (entered) => sent(entered, objectionInput),
		issues: found,
		title,
	});
	const shared = { values, issues: form.issues };
	const only = versions.length === 1 ? versions[0] : undefined;
	return (
		<div ref={form.place}>
			<form method="post" action="/forms/object/" onSubmit={form.submit} noValidate>
				<ErrorSummary issues={form.issues} fresh={form.fresh} />
				<input type="hidden" name="locale" value="en" />
				<KeyField values={values} />
				{only ? (
					<input type="hidden" name="version" value={only.value} />
				) : (
					<Choices name="version" kind="radio" label="Which change?" choices={versions} {...shared} />
				)}
				<TextField
					name="email"
					type="email"
					autocomplete="email"
					label="E-mail address"
					hint="We send a link to confirm the objection, so that nobody can object in your name. It is used for nothing else."
					{...shared}
				/>
				<TextField
					name="name"
					autocomplete="name"
					optional
					label="Your name"
					hint="Where it helps us to find your account."
					{...shared}
				/>
				<TextArea
					name="reason"
					optional
					label="Why you object"
					hint="You need give no reason. If you do, it is read by people."
					{...shared}
				/>
				<div class="next-steps">
					<h2>What happens next</h2>
					<p>
						You get a receipt code here, and a letter with a link. Confirm within 7 days, and the objection counts from
						the moment you sent it.
					</p>
				</div>
				<SendButton sending={form.sending}>Send the objection</SendButton>
			</form>
		</div>
	);
};
