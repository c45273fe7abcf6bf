import type { ComponentChildren } from 'preact';
import { first, type Issue, type Values } from '../forms/values.ts';
import type { FieldsText } from '../text/forms-en.ts';
import { idOf } from './error-summary.tsx';

/** What every form is given by its page. */
export interface PageProps extends FormProps {
	endpoint: string;
	/** The page's title without what went wrong. */
	title: string;
	locale: string;
	words: { email: string; next: string };
}

/** What every field needs to know of its form. */
export interface FormProps {
	values: Values;
	issues: readonly Issue[];
	text: FieldsText;
}

/** The language of the answers, and the key by which the form is recorded once, however often it is sent. */
export const HiddenFields = ({ values, locale }: { values: Values; locale: string }) => (
	<>
		<input type="hidden" name="locale" value={locale} />
		<input type="hidden" name="idempotencyKey" value={first(values, 'idempotencyKey')} />
	</>
);

export const NextSteps = ({ title, children }: { title: string; children: ComponentChildren }) => (
	<div class="next-steps">
		<h2>{title}</h2>
		<p>{children}</p>
	</div>
);

const issueOf = (issues: readonly Issue[], name: string) =>
	issues.find((it) => it.path === name || it.path.startsWith(`${name}.`));

interface FieldProps extends FormProps {
	name: string;
	label: string;
	hint?: string;
	optional?: boolean;
	/** Whether the browser itself keeps a form from being sent without it. */
	required?: boolean;
}

const described = (name: string, hint: unknown, issue: unknown) =>
	[hint && `${idOf(name)}-hint`, issue && `${idOf(name)}-problem`].filter(Boolean).join(' ') || undefined;

const Hint = ({ name, hint }: { name: string; hint: string | undefined }) =>
	hint ? (
		<p class="hint" id={`${idOf(name)}-hint`}>
			{hint}
		</p>
	) : null;

const Problem = ({ name, issue, text }: { name: string; issue: Issue | undefined; text: FieldsText }) =>
	issue ? (
		<p class="problem" id={`${idOf(name)}-problem`}>
			<span class="vh">{text.error}</span>
			{issue.message}
		</p>
	) : null;

const Label = ({ name, label, optional, text }: Pick<FieldProps, 'name' | 'label' | 'optional' | 'text'>) => (
	<label for={idOf(name)}>
		{label} {optional && <span class="optional">{text.optional}</span>}
	</label>
);

interface TextFieldProps extends FieldProps {
	type?: 'text' | 'email' | 'date';
	autocomplete?: string;
	class?: string;
}

export const TextField = (props: TextFieldProps) => {
	const { name, label, hint, optional, required, values, issues, text, type = 'text', autocomplete } = props;
	const issue = issueOf(issues, name);
	return (
		<div class={issue ? 'field fix' : 'field'}>
			<Label name={name} label={label} optional={optional ?? false} text={text} />
			<Hint name={name} hint={hint} />
			<Problem name={name} issue={issue} text={text} />
			<input
				id={idOf(name)}
				name={name}
				type={type}
				required={required}
				class={props.class}
				autocomplete={autocomplete}
				spellcheck={type === 'email' ? false : undefined}
				defaultValue={first(values, name)}
				aria-describedby={described(name, hint, issue)}
				aria-invalid={issue ? 'true' : undefined}
			/>
		</div>
	);
};

export const TextArea = ({ name, label, hint, optional, values, issues, text }: FieldProps) => {
	const issue = issueOf(issues, name);
	return (
		<div class={issue ? 'field fix' : 'field'}>
			<Label name={name} label={label} optional={optional ?? false} text={text} />
			<Hint name={name} hint={hint} />
			<Problem name={name} issue={issue} text={text} />
			<textarea
				id={idOf(name)}
				name={name}
				rows={5}
				defaultValue={first(values, name)}
				aria-describedby={described(name, hint, issue)}
				aria-invalid={issue ? 'true' : undefined}
			/>
		</div>
	);
};

export interface Choice {
	value: string;
	label: ComponentChildren;
	hint?: string;
}

interface ChoicesProps extends FieldProps {
	kind: 'radio' | 'checkbox';
	choices: readonly Choice[];
}

/** Radio buttons or check boxes under one question; the first one carries the field's id, for the error summary's link. */
export const Choices = ({ name, label, hint, required, values, issues, text, kind, choices }: ChoicesProps) => {
	const issue = issueOf(issues, name);
	const idAt = (index: number) => (index === 0 ? idOf(name) : `${idOf(name)}-${index + 1}`);
	return (
		<fieldset class={issue ? 'fix' : undefined} aria-describedby={described(name, hint, issue)}>
			<legend>{label}</legend>
			<Hint name={name} hint={hint} />
			<Problem name={name} issue={issue} text={text} />
			{choices.map((choice, index) => (
				<div class="pick" key={choice.value}>
					<input
						type={kind}
						required={required}
						id={idAt(index)}
						name={name}
						value={choice.value}
						defaultChecked={values[name]?.includes(choice.value) ?? false}
						aria-describedby={choice.hint ? `${idAt(index)}-note` : undefined}
					/>
					<label for={idAt(index)}>{choice.label}</label>
					{choice.hint && (
						<p class="hint" id={`${idAt(index)}-note`}>
							{choice.hint}
						</p>
					)}
				</div>
			))}
		</fieldset>
	);
};

interface SendButtonProps {
	sending: boolean;
	text: FieldsText;
	children: ComponentChildren;
}

export const SendButton = ({ sending, text, children }: SendButtonProps) => (
	<p>
		<button type="submit" aria-disabled={sending ? 'true' : undefined}>
			{sending ? text.sending : children}
		</button>
	</p>
);
