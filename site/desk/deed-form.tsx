import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { fieldWords } from '../../schema/field-words.ts';
import { first, type Issue, type Values, valuesOf } from '../forms/values.ts';
import { ErrorSummary } from '../islands/error-summary.tsx';
import type { FormProps } from '../islands/fields.tsx';
import { formsEn } from '../text/forms-en.ts';
import { useDesk } from './frame.tsx';
import { Shortcoming } from './states.tsx';
import { type DeedProps, issuesIn, useDeed } from './use-deed.ts';

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
