import type { RightName } from '../api/answers.ts';
import { submitRightsRequest } from '../api/operations.ts';
import { rightsInput, sent } from '../forms/read.ts';
import { actsAtOnce, rightTexts } from '../rights.ts';
import { ErrorSummary } from './error-summary.tsx';
import { type Choice, Choices, type FormProps, KeyField, SendButton } from './fields.tsx';
import { Correction, Letters, labels } from './request-fields.tsx';
import { useForm } from './use-form.ts';

export interface RequestFormProps extends FormProps {
	endpoint: string;
	title: string;
	/** The right that the page is about. */
	right: RightName;
	/** Rights that can be asked for too. */
	offered: readonly RightName[];
	populations: readonly Choice[];
	/** When an answer is due, in words. */
	answered: string;
}

/** Asks for one right, and for others at the same time, with what each needs and nothing more. */
export const RequestForm = (props: RequestFormProps) => {
	const { values, right, offered, populations } = props;
	const form = useForm({
		endpoint: props.endpoint,
		operation: submitRightsRequest,
		variables: (entered) => sent(entered, rightsInput),
		// An API on another host can set no cookie here, and the choice is to stand in this browser at once.
		natively: (entered) =>
			/^https?:/.test(props.endpoint) &&
			rightTexts.some((it) => actsAtOnce(it.right) && entered.rights?.includes(it.right)),
		issues: props.issues,
		title: props.title,
	});
	const { issues } = form;
	const shared = { values, issues };
	const others = rightTexts.filter((it) => it.right !== right && offered.includes(it.right));
	return (
		<div ref={form.place}>
			<form method="post" action="/forms/request/" onSubmit={form.submit} noValidate>
				<ErrorSummary issues={issues} labels={labels} fresh={form.fresh} />
				<input type="hidden" name="locale" value="en" />
				<KeyField values={values} />
				<input type="hidden" name="page" value={right} />
				<Choices
					name="population"
					kind="radio"
					label="How do you know us?"
					hint="It decides which notice applies, and who has to answer."
					choices={populations}
					{...shared}
				/>
				<div hidden>
					<input type="checkbox" name="rights" value={right} defaultChecked />
				</div>
				{right === 'CORRECT' ? <Correction {...shared} /> : null}
				<Letters {...shared} optional={actsAtOnce(right)} />
				<details open={others.some((it) => values.rights?.includes(it.right))}>
					<summary>Ask for something else at the same time</summary>
					<Choices
						name="rights"
						kind="checkbox"
						label="Also"
						choices={others.map((it) => ({ value: it.right, label: it.short, hint: it.lead }))}
						{...shared}
					/>
					{right !== 'CORRECT' && (
						<div class="for-correct">
							<Correction {...shared} />
						</div>
					)}
				</details>
				<div class="next-steps">
					<h2>What happens next</h2>
					<p>{props.answered}</p>
				</div>
				<SendButton sending={form.sending}>
					{actsAtOnce(right) ? 'Send: it takes effect without proof' : 'Send the request'}
				</SendButton>
			</form>
		</div>
	);
};
