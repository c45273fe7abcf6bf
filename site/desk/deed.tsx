import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Scope } from '../../schema/access/access.ts';
import { fieldWords } from '../../schema/field-words.ts';
import type { Operation } from '../api/operations.ts';
import { issuesOf } from '../forms/issues.ts';
import { first, type Issue, type Values, valuesOf } from '../forms/values.ts';
import { ErrorSummary } from '../islands/error-summary.tsx';
import type { FormProps } from '../islands/fields.tsx';
import { formsEn } from '../text/forms-en.ts';
import type { Outcome } from './client.ts';
import { useDesk } from './frame.tsx';
import { Shortcoming } from './states.tsx';

/** A mutation of the desk: all that it takes is its input. */
export type Deed<Answer> = Operation<{ input: object }, Answer>;

interface DeedProps<Answer> {
	deed: Deed<Answer>;
	needs: Scope;
	/** What is to be done, as the beginning of a sentence. */
	what: string;
	/** Told what came of it, and what was entered. */
	onDone: (answer: Answer, entered: Values) => void;
}

type Undone = Exclude<Outcome<unknown>, { kind: 'answer' }>;

const useDeed = <Answer,>({ deed, onDone }: Pick<DeedProps<Answer>, 'deed' | 'onDone'>) => {
	const { ask } = useDesk();
	const [undone, setUndone] = useState<Undone | null>(null);
	const [busy, setBusy] = useState(false);
	const [said, setSaid] = useState('');
	const run = async (input: object, entered: Values = {}) => {
		if (busy) return;
		setBusy(true);
		setSaid('');
		const outcome = await ask(deed, { input });
		setBusy(false);
		setUndone(outcome.kind === 'answer' ? null : outcome);
		if (outcome.kind !== 'answer') return;
		setSaid('Done.');
		onDone(outcome.answer, entered);
	};
	return { run, busy, undone, said };
};

const issuesIn = (undone: Undone | null): Issue[] =>
	undone?.kind === 'refusal' ? issuesOf(undone, formsEn.fields) : [];

interface DeedFormProps<Answer> extends DeedProps<Answer> {
	/** What is sent of what was entered. */
	input: (values: Values) => object;
	/** Fields of which one choice must be taken; without it the API would not know what is meant. */
	choices?: readonly string[];
	button: string;
	children: (fields: FormProps) => ComponentChildren;
}

/** A form that does something; what was entered stays until it is done. */
export const DeedForm = <Answer,>({ input, button, children, choices = [], ...props }: DeedFormProps<Answer>) => {
	const { viewer } = useDesk();
	const form = useRef<HTMLFormElement>(null);
	const [unchosen, setUnchosen] = useState<Issue[]>([]);
	const done: typeof props.onDone = (answer, entered) => {
		form.current?.reset();
		props.onDone(answer, entered);
	};
	const { run, busy, undone, said } = useDeed({ deed: props.deed, onDone: done });
	const issues = unchosen.length > 0 ? unchosen : issuesIn(undone);
	useEffect(() => {
		if (issues.length > 0) form.current?.querySelector<HTMLElement>('.errors')?.focus();
	}, [undone, unchosen]);
	const send = () => {
		if (!form.current) return;
		const entered = valuesOf(new FormData(form.current));
		const missing = choices.filter((name) => !first(entered, name));
		setUnchosen(missing.map((path) => ({ path, message: fieldWords.choiceUnknown })));
		if (missing.length === 0) void run(input(entered), entered);
	};
	const submit = (event: Event) => {
		event.preventDefault();
		send();
	};
	return (
		<form ref={form} class="deed" onSubmit={submit} noValidate>
			<ErrorSummary issues={issues} text={formsEn.fields} fresh={false} />
			{children({ values: {}, issues, text: formsEn.fields })}
			{undone && undone.kind !== 'refusal' && (
				<Shortcoming outcome={undone} again={send} what={props.what} needs={props.needs} role={viewer.role} />
			)}
			<p>
				<button type="submit" aria-disabled={busy ? 'true' : undefined}>
					{busy ? formsEn.fields.sending : button}
				</button>{' '}
				<span role="status">{said}</span>
			</p>
		</form>
	);
};

interface ButtonDeedProps<Answer> extends DeedProps<Answer> {
	id: string;
	label: string;
	/** What else the label names, for those who do not see the line it stands in. */
	of: string;
	/** What is asked first, where it cannot be undone. */
	sure?: string;
}

/** A button that does something to one thing; what cannot be undone is asked about first. */
export const ButtonDeed = <Answer,>({ id, label, of, sure, ...props }: ButtonDeedProps<Answer>) => {
	const { viewer } = useDesk();
	const [asking, setAsking] = useState(false);
	const place = useRef<HTMLSpanElement>(null);
	const wasAsking = useRef(false);
	const onDone: typeof props.onDone = (...came) => {
		setAsking(false);
		props.onDone(...came);
	};
	const { run, busy, undone, said } = useDeed({ deed: props.deed, onDone });
	useLayoutEffect(() => {
		if (asking !== wasAsking.current) place.current?.querySelector('button')?.focus();
		wasAsking.current = asking;
	}, [asking]);
	const send = () => run({ id });
	const names = (
		<>
			{label}
			<span class="vh"> {of}</span>
		</>
	);
	return (
		<span class="one-deed" ref={place}>
			{asking ? (
				<>
					<span>{sure}</span>
					<button type="button" class="small" aria-disabled={busy ? 'true' : undefined} onClick={send}>
						{names}
					</button>
					<button type="button" class="second small" onClick={() => setAsking(false)}>
						No
					</button>
				</>
			) : (
				<button
					type="button"
					class="second small"
					aria-disabled={busy ? 'true' : undefined}
					onClick={() => (sure ? setAsking(true) : void send())}
				>
					{names}
				</button>
			)}
			{undone && <Shortcoming outcome={undone} again={send} what={props.what} needs={props.needs} role={viewer.role} />}
			<span class="vh" role="status">
				{said}
			</span>
		</span>
	);
};
