import { useEffect, useRef, useState } from 'preact/hooks';
import { issuesOf } from '../../forms/issues.ts';
import { first, type Issue, type Values } from '../../forms/values.ts';
import { ErrorSummary } from '../../islands/error-summary.tsx';
import { type Choice, Choices, TextArea, TextField } from '../../islands/fields.tsx';
import { asksToKnow } from '../../rights.ts';
import { formsEn } from '../../text/forms-en.ts';
import { longDate } from '../dates.ts';
import { enteredIn, useDraft } from '../draft.ts';
import { Desk, useDesk } from '../frame.tsx';
import { requesterWords, staffMannerWords } from '../request/words.ts';
import { StepUp } from '../states.tsx';
import { rightWords } from '../words.ts';
import { intakeInput } from './entered.ts';
import { type Recorded, recordRequest } from './operations.ts';

interface IntakeProps {
	/** The ways in which people are known, as the notices in force name them. */
	populations: readonly Choice[];
	locales: readonly Choice[];
}

/** Enters what came by telephone, mail, post or in person. */
export const Intake = (props: IntakeProps) => (
	<Desk needs="requests:record">
		<Entering {...props} />
	</Desk>
);

const Entering = (props: IntakeProps) => {
	const [recorded, setRecorded] = useState<Recorded | null>(null);
	return recorded ? (
		<Done recorded={recorded} another={() => setRecorded(null)} />
	) : (
		<IntakeForm {...props} onDone={setRecorded} />
	);
};

const choicesOf = (words: Readonly<Record<string, string>>): Choice[] =>
	Object.entries(words).map(([value, label]) => ({ value, label }));

const periods: readonly Choice[] = [
	{ value: 'ALL', label: 'As far back as the law lets them ask' },
	{ value: 'TWELVE_MONTHS', label: 'The 12 months before it came' },
	{ value: 'SINCE', label: 'From a day on' },
];

const usual: Values = { requester: ['SELF'], period: ['ALL'], locale: ['en'] };

const labels = { rights: 'What is asked for?', receivedOn: 'When did it come?', details: 'What they said' };

const IntakeForm = ({ populations, locales, onDone }: IntakeProps & { onDone: (recorded: Recorded) => void }) => {
	const { ask } = useDesk();
	const place = useRef<HTMLFormElement>(null);
	const [draft, change] = useDraft('intake');
	const [issues, setIssues] = useState<readonly Issue[]>([]);
	const [sending, setSending] = useState(false);
	const [late, setLate] = useState(false);
	useEffect(() => place.current?.querySelector<HTMLElement>('.errors')?.focus(), [issues]);
	const values = { ...usual, ...draft?.values };
	const send = async (event: SubmitEvent) => {
		event.preventDefault();
		if (sending) return;
		setSending(true);
		const outcome = await ask(recordRequest, { input: intakeInput(values) });
		setSending(false);
		setLate(outcome.kind === 'stepUp');
		if (outcome.kind === 'answer') {
			change(null);
			return onDone(outcome.answer);
		}
		const failed = outcome.kind === 'refusal' ? outcome : ({ kind: 'unreachable' } as const);
		if (outcome.kind !== 'stepUp') setIssues(issuesOf(failed, formsEn.fields));
	};
	const shared = { values, issues, text: formsEn.fields };
	return (
		<form
			ref={place}
			noValidate
			onSubmit={(event) => void send(event)}
			onInput={(event) => change({ action: 'enter', values: enteredIn(event, values) })}
		>
			<ErrorSummary issues={issues} text={formsEn.fields} labels={labels} fresh={false} />
			<Choices
				name="manner"
				kind="radio"
				required
				label="How did it come?"
				choices={choicesOf(staffMannerWords)}
				{...shared}
			/>
			<TextField
				name="receivedOn"
				type="date"
				required
				label={labels.receivedOn}
				hint="All dates count from that day, under the notice that was in force on it."
				{...shared}
			/>
			<Choices
				name="population"
				kind="radio"
				required
				label="How does the person know us?"
				choices={populations}
				{...shared}
			/>
			<Choices name="rights" kind="checkbox" label={labels.rights} choices={choicesOf(rightWords)} {...shared} />
			{values.rights?.some(asksToKnow) && (
				<>
					<Choices name="period" kind="radio" label="How far back do they ask?" choices={periods} {...shared} />
					{first(values, 'period') === 'SINCE' && (
						<TextField name="sinceOn" type="date" label="From which day on?" {...shared} />
					)}
				</>
			)}
			{values.rights?.includes('CORRECT') && (
				<>
					<TextArea name="correction.what" label="What is wrong" {...shared} />
					<TextArea name="correction.shouldBe" label="What it should say" {...shared} />
				</>
			)}
			<Choices name="requester" kind="radio" label="Who asks?" choices={choicesOf(requesterWords)} {...shared} />
			{first(values, 'requester') !== 'SELF' && (
				<>
					<TextField name="onBehalfOf" optional label="Name of the person acted for" {...shared} />
					<TextField
						name="onBehalfOfEmail"
						type="email"
						optional
						label="E-mail address of the person acted for"
						hint="They can be asked there whether an agent may act for them."
						{...shared}
					/>
				</>
			)}
			<TextField name="name" optional label="Name of whoever asks" {...shared} />
			<TextField
				name="email"
				type="email"
				optional
				label="E-mail address"
				hint="Letters go there. Without it, and without a postal address, nobody is written to."
				{...shared}
			/>
			<TextArea name="post" optional label="Postal address, where there is no e-mail address" {...shared} />
			<TextArea name="details" optional label={labels.details} {...shared} />
			<Choices name="locale" kind="radio" label="Language of the letters" choices={locales} {...shared} />
			{late && <StepUp what="This" again={() => setLate(false)} />}
			<p>
				<button type="submit" aria-disabled={sending}>
					{sending ? 'One moment…' : 'Enter it'}
				</button>
			</p>
		</form>
	);
};

/** The receipt, to be read out to the person, and what to do with each request. */
const Done = ({ recorded: { code, rightsRequests }, another }: { recorded: Recorded; another: () => void }) => {
	const place = useRef<HTMLHeadingElement>(null);
	useEffect(() => place.current?.focus(), []);
	return (
		<section class="receipt" aria-labelledby="entered-title">
			<h2 id="entered-title" ref={place} tabIndex={-1}>
				It is entered
			</h2>
			<p>
				The person’s receipt code: <strong class="code">{code}</strong>. Tell them if they ask now: it is not shown on
				the desk again. Where there is an address, a letter with it leaves at once.
			</p>
			<ul>
				{rightsRequests.map(({ id, right, dueOn }) => (
					<li key={id}>
						<a href={`/desk/requests/${encodeURIComponent(id)}/`}>{rightWords[right]}</a>, to be answered by{' '}
						{longDate(dueOn)}
					</li>
				))}
			</ul>
			<button type="button" class="second" onClick={another}>
				Enter another
			</button>
		</section>
	);
};
