import type { RightName } from '../api/answers.ts';
import { submitRightsRequest } from '../api/operations.ts';
import { rightsInput, sent } from '../forms/read.ts';
import { actsAtOnce, asksToKnow } from '../rights.ts';
import { ErrorSummary } from './error-summary.tsx';
import { type Choice, Choices, HiddenFields, NextSteps, type PageProps, SendButton } from './fields.tsx';
import { Corrections, ForAnother, Letters, labelsOf, Period, type RequestFormText } from './request-fields.tsx';
import { useForm } from './use-form.ts';

interface RequestFormProps extends PageProps {
	t: RequestFormText;
	/** The right that the page is about. */
	right: RightName;
	/** Rights that can be asked for too. */
	others: readonly Choice[];
	populations: readonly Choice[];
	/** When an answer is due, in words. */
	answered: string;
	/** How far back a request to know reaches at most, in words. */
	since: string;
}

/** Asks for one right, and for others at the same time, with what each needs and nothing more. */
export const RequestForm = (props: RequestFormProps) => {
	const { t, text, words, values, right, others, since } = props;
	const form = useForm({
		...props,
		operation: submitRightsRequest,
		variables: (entered) => sent(entered, rightsInput),
		// An API on another host can set no cookie here, and the choice is to stand in this browser at once.
		natively: (entered) => /^https?:/.test(props.endpoint) && (entered.rights ?? []).some(actsAtOnce),
	});
	const shared = { values, text, issues: form.issues };
	return (
		<div ref={form.place}>
			<form method="post" action="/forms/request/" onSubmit={form.submit} noValidate>
				{/* The first button is what Enter in a field presses. */}
				<button type="submit" hidden />
				<ErrorSummary issues={form.issues} text={text} labels={labelsOf(t)} fresh={form.fresh} />
				<HiddenFields values={values} locale={props.locale} />
				<input type="hidden" name="page" value={right} />
				<Choices
					name="population"
					kind="radio"
					label={t.howKnown}
					hint={t.howKnownHint}
					choices={props.populations}
					{...shared}
				/>
				<div hidden>
					<input type="checkbox" name="rights" value={right} defaultChecked />
				</div>
				{asksToKnow(right) && <Period t={t} since={since} {...shared} />}
				{right === 'CORRECT' ? <Corrections t={t} {...shared} /> : null}
				<Letters t={t} email={words.email} optional={actsAtOnce(right)} {...shared} />
				<ForAnother t={t} atOnce={actsAtOnce(right)} {...shared} />
				<details open={others.some((it) => values.rights?.includes(it.value))}>
					<summary>{t.somethingElse}</summary>
					<Choices name="rights" kind="checkbox" label={t.also} choices={others} {...shared} />
					{!asksToKnow(right) && (
						<div class="for-know">
							<Period t={t} since={since} {...shared} />
						</div>
					)}
					{right !== 'CORRECT' && (
						<div class="for-correct">
							<Corrections t={t} {...shared} />
						</div>
					)}
				</details>
				<NextSteps title={words.next}>{props.answered}</NextSteps>
				<SendButton sending={form.sending} text={text}>
					{actsAtOnce(right) ? t.sendAtOnce : t.send}
				</SendButton>
			</form>
		</div>
	);
};
