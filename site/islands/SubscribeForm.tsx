import { subscribe } from '../api/operations.ts';
import { sent, subscribeInput } from '../forms/read.ts';
import type { Values } from '../forms/values.ts';
import type { SubscriptionsText } from '../text/subscriptions-en.ts';
import { ErrorSummary } from './error-summary.tsx';
import { type Choice, Choices, HiddenFields, NextSteps, type PageProps, SendButton, TextField } from './fields.tsx';
import { useForm } from './use-form.ts';

type Text = SubscriptionsText['form'];

interface SubscribeFormProps extends PageProps {
	t: Text;
	notices: readonly Choice[];
}

const classesIn = (t: Text): Choice[] => [
	{ value: 'SUBSTANTIVE MATERIAL', label: t.everyChange, hint: t.everyChangeHint },
	{ value: 'MATERIAL', label: t.materialOnly, hint: t.materialOnlyHint },
];

const frequenciesIn = (t: Text): Choice[] => [
	{ value: 'IMMEDIATE', label: t.atOnce },
	{ value: 'DAILY', label: t.daily },
	{ value: 'WEEKLY', label: t.weekly },
];

const everythingAtOnce: Values = { classes: ['SUBSTANTIVE MATERIAL'], frequency: ['IMMEDIATE'] };

export const SubscribeForm = (props: SubscribeFormProps) => {
	const { t, text, words, notices } = props;
	const form = useForm({
		...props,
		operation: subscribe,
		variables: (entered) => sent(entered, subscribeInput),
	});
	const values = { ...everythingAtOnce, ...props.values };
	const shared = { values, text, issues: form.issues };
	return (
		<div ref={form.place}>
			<form method="post" action="/forms/subscribe/" onSubmit={form.submit} noValidate>
				<ErrorSummary issues={form.issues} text={text} fresh={form.fresh} />
				<HiddenFields values={values} locale={props.locale} />
				<Choices name="notices" kind="checkbox" label={t.notices} choices={notices} {...shared} />
				<Choices name="classes" kind="radio" label={t.classes} choices={classesIn(t)} {...shared} />
				<Choices
					name="frequency"
					kind="radio"
					label={t.frequency}
					hint={t.frequencyHint}
					choices={frequenciesIn(t)}
					{...shared}
				/>
				<TextField name="email" type="email" autocomplete="email" label={words.email} hint={t.emailHint} {...shared} />
				<NextSteps title={words.next}>{t.nextSteps}</NextSteps>
				<SendButton sending={form.sending} text={text}>
					{t.send}
				</SendButton>
			</form>
		</div>
	);
};
