import { subscribe } from '../api/operations.ts';
import { sent, subscribeInput } from '../forms/read.ts';
import type { Values } from '../forms/values.ts';
import { ErrorSummary } from './error-summary.tsx';
import { type Choice, Choices, type FormProps, KeyField, SendButton, TextField } from './fields.tsx';
import { useForm } from './use-form.ts';

export interface SubscribeFormProps extends FormProps {
	endpoint: string;
	title: string;
	notices: readonly Choice[];
}

const classes: readonly Choice[] = [
	{
		value: 'SUBSTANTIVE MATERIAL',
		label: 'Every change to what a notice says',
		hint: 'Mended spelling and the like are not among them.',
	},
	{ value: 'MATERIAL', label: 'Material changes only', hint: 'Those that matter most to you, announced beforehand.' },
];

const frequencies: readonly Choice[] = [
	{ value: 'IMMEDIATE', label: 'At once' },
	{ value: 'DAILY', label: 'Once a day, if there is something to tell' },
	{ value: 'WEEKLY', label: 'Once a week, if there is something to tell' },
];

const everythingAtOnce: Values = { classes: ['SUBSTANTIVE MATERIAL'], frequency: ['IMMEDIATE'] };

export const SubscribeForm = ({ endpoint, title, notices, values, issues: found }: SubscribeFormProps) => {
	const form = useForm({
		endpoint,
		operation: subscribe,
		variables: (entered) => sent(entered, subscribeInput),
		issues: found,
		title,
	});
	const shared = { values: { ...everythingAtOnce, ...values }, issues: form.issues };
	return (
		<div ref={form.place}>
			<form method="post" action="/forms/subscribe/" onSubmit={form.submit} noValidate>
				<ErrorSummary issues={form.issues} fresh={form.fresh} />
				<input type="hidden" name="locale" value="en" />
				<KeyField values={values} />
				<Choices name="notices" kind="checkbox" label="Which notices?" choices={notices} {...shared} />
				<Choices name="classes" kind="radio" label="Which changes?" choices={classes} {...shared} />
				<Choices
					name="frequency"
					kind="radio"
					label="How often?"
					hint="We tell you of a material change at once, whatever you choose here."
					choices={frequencies}
					{...shared}
				/>
				<TextField
					name="email"
					type="email"
					autocomplete="email"
					label="E-mail address"
					hint="We write when something changes, and for nothing else. Every letter has a link that ends this."
					{...shared}
				/>
				<div class="next-steps">
					<h2>What happens next</h2>
					<p>You get a letter with a link. Open it within 48 hours and confirm; otherwise we erase the address then.</p>
				</div>
				<SendButton sending={form.sending}>Send me the link</SendButton>
			</form>
		</div>
	);
};
