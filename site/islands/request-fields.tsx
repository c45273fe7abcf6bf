import { useEffect, useRef, useState } from 'preact/hooks';
import { mostCorrections } from '../../schema/request/vocabulary.ts';
import { correctionCount } from '../forms/values.ts';
import type { RequestsText } from '../text/requests-en.ts';
import { type Choice, Choices, type FormProps, TextArea, TextField } from './fields.tsx';

export type RequestFormText = RequestsText['form'];

/** Said in the summary where the API speaks of a text without naming it. */
export const labelsOf = (t: RequestFormText): Record<string, string> => {
	const corrections = Array.from({ length: mostCorrections }, (_, index) => {
		const of = index > 0 ? `${t.furtherCorrection.replace('{n}', String(index + 1))}, ` : '';
		return [
			[`corrections.${index}.what`, of + t.wrong],
			[`corrections.${index}.shouldBe`, of + t.shouldBe],
			[`corrections.${index}.evidence`, of + t.evidence],
		];
	});
	return { details: t.details, ...Object.fromEntries(corrections.flat()) };
};

const periodsIn = (t: RequestFormText, since: string): Choice[] => [
	{ value: 'ALL', label: t.allOfIt, hint: since },
	{ value: 'TWELVE_MONTHS', label: t.twelveMonths },
	{ value: 'SINCE', label: t.fromADay },
];

/** How far back a request to know asks; `since` says when that begins where nothing else is chosen. */
export const Period = ({ t, since, values, ...shared }: FormProps & { t: RequestFormText; since: string }) => {
	const chosen = { ...values, period: values.period ?? ['ALL'] };
	return (
		<>
			<Choices
				name="period"
				kind="radio"
				label={t.howFarBack}
				choices={periodsIn(t, since)}
				values={chosen}
				{...shared}
			/>
			<div class="for-since">
				<TextField name="sinceOn" type="date" label={t.sinceOn} values={values} {...shared} />
			</div>
		</>
	);
};

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

const CorrectionParts = ({ t, index, ...shared }: FormProps & { t: RequestFormText; index: number }) => (
	<>
		<TextArea name={`corrections.${index}.what`} label={t.wrong} hint={t.wrongHint} {...shared} />
		<TextArea name={`corrections.${index}.shouldBe`} label={t.shouldBe} {...shared} />
		<TextArea name={`corrections.${index}.evidence`} optional label={t.evidence} hint={t.evidenceHint} {...shared} />
	</>
);

/** What a correction needs besides, for each thing to be corrected; one more without leaving the page, or by a page that has it. */
export const Corrections = ({ t, ...shared }: FormProps & { t: RequestFormText }) => {
	const [count, setCount] = useState(correctionCount(shared.values));
	const place = useRef<HTMLDivElement>(null);
	const grown = useRef(false);
	useEffect(() => {
		if (grown.current) place.current?.querySelector<HTMLElement>('fieldset:last-of-type textarea')?.focus();
	}, [count]);
	const add = (event: Event) => {
		event.preventDefault();
		grown.current = true;
		setCount(count + 1);
	};
	return (
		<div ref={place}>
			<CorrectionParts t={t} index={0} {...shared} />
			{Array.from({ length: count - 1 }, (_, index) => (
				<fieldset key={index}>
					<legend>{t.furtherCorrection.replace('{n}', String(index + 2))}</legend>
					<CorrectionParts t={t} index={index + 1} {...shared} />
				</fieldset>
			))}
			{count < mostCorrections && (
				<p>
					<button
						class="second"
						type="submit"
						name="more"
						value="correction"
						formaction={`/forms/request/#corrections-${count}-what`}
						onClick={add}
					>
						{t.oneMoreCorrection}
					</button>
				</p>
			)}
		</div>
	);
};
