import { submitObjection } from '../api/operations.ts';
import { objectionInput, sent } from '../forms/read.ts';
import type { ObjectionsText } from '../text/objections-en.ts';
import { ErrorSummary } from './error-summary.tsx';
import {
	type Choice,
	Choices,
	HiddenFields,
	NextSteps,
	type PageProps,
	SendButton,
	TextArea,
	TextField,
} from './fields.tsx';
import { useForm } from './use-form.ts';

interface ObjectionFormProps extends PageProps {
	t: ObjectionsText['form'];
	/** The versions that can be objected to now, each as `<notice>/<version>`. */
	versions: readonly Choice[];
}

export const ObjectionForm = (props: ObjectionFormProps) => {
	const { t, text, words, versions, values } = props;
	const form = useForm({
		...props,
		operation: submitObjection,
		variables: (entered) => sent(entered, objectionInput),
	});
	const shared = { values, text, issues: form.issues };
	const only = versions.length === 1 ? versions[0] : undefined;
	return (
		<div ref={form.place}>
			<form method="post" action="/forms/object/" onSubmit={form.submit} noValidate>
				<ErrorSummary issues={form.issues} text={text} fresh={form.fresh} />
				<HiddenFields values={values} locale={props.locale} />
				{only ? (
					<input type="hidden" name="version" value={only.value} />
				) : (
					<Choices name="version" kind="radio" label={t.which} choices={versions} {...shared} />
				)}
				<TextField name="email" type="email" autocomplete="email" label={words.email} hint={t.emailHint} {...shared} />
				<TextField name="name" autocomplete="name" optional label={t.name} hint={t.nameHint} {...shared} />
				<TextArea name="reason" optional label={t.reason} hint={t.reasonHint} {...shared} />
				<NextSteps title={words.next}>{t.nextSteps}</NextSteps>
				<SendButton sending={form.sending} text={text}>
					{t.send}
				</SendButton>
			</form>
		</div>
	);
};
