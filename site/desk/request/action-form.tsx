import { useEffect, useRef } from 'preact/hooks';
import { ErrorSummary } from '../../islands/error-summary.tsx';
import { formsEn } from '../../text/forms-en.ts';
import { type Draft, enteredIn } from '../draft.ts';
import { Conflict, StepUp } from '../states.tsx';
import { isAsked } from './entered.ts';
import { ActionFieldView, labelOf } from './fields.tsx';
import { HappeningList } from './history.tsx';
import { Letters } from './letters.tsx';
import type { DeskRequest, ActionForm as Form, Happening } from './operations.ts';
import { useAction } from './use-action.ts';
import { actionWords, inWords } from './words.ts';

interface ActionFormProps {
	request: DeskRequest;
	form: Form;
	draft: Draft;
	/** What happened since the form was opened. */
	news: readonly Happening[];
	change: (draft: Draft | null) => void;
	onDone: () => void;
	onConflict: () => void;
}

/** What is done to a request: written, shown as the letter that will leave, and sent. */
export const ActionForm = ({ request, form, draft, news, change, onDone, onConflict }: ActionFormProps) => {
	const place = useRef<HTMLElement>(null);
	const { step, sending, preview, send, backToWriting } = useAction({ request, form, onDone, onConflict });
	const title = actionWords[form.action] ?? inWords(form.action);
	useEffect(() => place.current?.querySelector<HTMLElement>('.errors, h3')?.focus(), [step]);
	const issues = step.kind === 'writing' ? step.issues : [];
	const submit = (event: SubmitEvent) => {
		event.preventDefault();
		void preview(draft.values);
	};
	const note = (event: Event) => change({ ...draft, values: enteredIn(event, draft.values) });
	return (
		<section class="action" ref={place} aria-labelledby="action-title">
			<h3 id="action-title" tabIndex={-1}>
				{step.kind === 'shown' ? `${title}: the letter` : title}
			</h3>
			{(step.kind === 'conflict' || news.length > 0) && (
				<Conflict>
					<HappeningList happenings={news} zone={request.version.notice.zone} />
				</Conflict>
			)}
			{step.kind === 'stepUp' && <StepUp what="This" again={backToWriting} />}
			{step.kind === 'shown' ? (
				<>
					<Letters letters={step.letters} />
					<p class="buttons">
						<button type="button" aria-disabled={sending} onClick={() => void send(draft.values)}>
							{sending ? 'Sending…' : step.letters.length > 0 ? 'Send it' : 'Do it'}
						</button>
						<button type="button" class="second" onClick={backToWriting}>
							Change it
						</button>
					</p>
				</>
			) : (
				<form onSubmit={submit} onInput={note}>
					<ErrorSummary
						issues={issues}
						text={formsEn.fields}
						labels={Object.fromEntries(form.fields.map(({ name }) => [name, labelOf(name)]))}
						fresh={false}
					/>
					{form.fields
						.filter((field) => isAsked(field, draft.values))
						.map((field) => (
							<ActionFieldView key={field.name} field={field} values={draft.values} issues={issues} />
						))}
					<p class="buttons">
						<button type="submit" aria-disabled={sending}>
							{sending ? 'One moment…' : 'Go on'}
						</button>
						<button type="button" class="second" onClick={() => change(null)}>
							Not now
						</button>
					</p>
				</form>
			)}
		</section>
	);
};
