import type { RequestsText } from '../text/requests-en.ts';
import { type Choice, Choices, type FormProps, TextArea, TextField } from './fields.tsx';

export type RequestFormText = RequestsText['form'];

/** Said in the summary where the API speaks of a text without naming it. */
export const labelsOf = (t: RequestFormText) => ({
	details: t.details,
	'correction.what': t.wrong,
	'correction.shouldBe': t.shouldBe,
});

interface LettersProps extends FormProps {
	t: RequestFormText;
	email: string;
	optional: boolean;
}

/** What a request needs that is answered by letter; what acts at once needs none of it, and finds more with it. */
export const Letters = ({ t, email, optional, ...shared }: LettersProps) => (
	<>
		<TextField
			name="email"
			type="email"
			autocomplete="email"
			optional={optional}
			label={email}
			hint={optional ? t.emailHintAtOnce : t.emailHint}
			{...shared}
		/>
		<TextField name="name" autocomplete="name" optional label={t.name} hint={t.nameHint} {...shared} />
		<TextArea
			name="details"
			optional
			label={optional ? t.detailsAtOnce : t.details}
			hint={optional ? t.detailsHintAtOnce : t.detailsHint}
			{...shared}
		/>
	</>
);

const requestersIn = (t: RequestFormText): Choice[] => [
	{ value: 'SELF', label: t.self },
	{ value: 'AGENT', label: t.agent, hint: t.agentHint },
	{ value: 'PARENT', label: t.parent, hint: t.parentHint },
	{ value: 'ATTORNEY', label: t.attorney, hint: t.attorneyHint },
	{ value: 'CONSERVATOR', label: t.conservator, hint: t.conservatorHint },
];

/** Who asks, for those who act for another; everybody else leaves it closed. */
export const ForAnother = ({ t, values, atOnce, ...shared }: FormProps & { t: RequestFormText; atOnce: boolean }) => {
	const chosen = { ...values, requester: values.requester ?? ['SELF'] };
	const isOpen = chosen.requester[0] !== 'SELF' || Boolean(values.onBehalfOf?.[0] || values.onBehalfOfEmail?.[0]);
	return (
		<details open={isOpen}>
			<summary>{t.forAnother}</summary>
			<Choices name="requester" kind="radio" label={t.whoAsks} choices={requestersIn(t)} values={chosen} {...shared} />
			<TextField name="onBehalfOf" label={t.onBehalfOf} hint={t.onBehalfOfHint} values={values} {...shared} />
			{/* What acts at once needs nobody's word. */}
			{!atOnce && (
				<TextField
					name="onBehalfOfEmail"
					type="email"
					optional
					label={t.onBehalfOfEmail}
					hint={t.onBehalfOfEmailHint}
					values={values}
					{...shared}
				/>
			)}
		</details>
	);
};

/** What a correction needs besides. */
export const Correction = ({ t, ...shared }: FormProps & { t: RequestFormText }) => (
	<>
		<TextArea name="correction.what" label={t.wrong} hint={t.wrongHint} {...shared} />
		<TextArea name="correction.shouldBe" label={t.shouldBe} {...shared} />
	</>
);
