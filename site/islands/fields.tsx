import type { ComponentChildren } from 'preact';
import { first, type Issue, type Values } from '../forms/values.ts';
import { idOf } from './error-summary.tsx';

/** What every field needs to know of its form. */
export interface FormProps {
	values: Values;
	issues: readonly Issue[];
}

/** By which the form is recorded once, however often it is sent. */
export const KeyField = ({ values }: Pick<FormProps, 'values'>) => (
	<input type="hidden" name="idempotencyKey" value={first(values, 'idempotencyKey')} />
);

const issueOf = (issues: readonly Issue[], name: string) =>
	issues.find((it) => it.path === name || it.path.startsWith(`${name}.`));

interface FieldProps extends FormProps {
	name: string;
	label: string;
	hint?: string;
	optional?: boolean;
}

const described = (name: string, hint: unknown, issue: unknown) =>
	[hint && `${idOf(name)}-hint`, issue && `${idOf(name)}-problem`].filter(Boolean).join(' ') || undefined;

const Hint = ({ name, hint }: { name: string; hint: string | undefined }) =>
	hint ? (
		<p class="hint" id={`${idOf(name)}-hint`}>
			{hint}
		</p>
	) : null;

const Problem = ({ name, issue }: { name: string; issue: Issue | undefined }) =>
	issue ? (
		<p class="problem" id={`${idOf(name)}-problem`}>
			<span class="vh">Error: </span>
			{issue.message}
		</p>
	) : null;

const Label = ({ name, label, optional }: Pick<FieldProps, 'name' | 'label' | 'optional'>) => (
	<label for={idOf(name)}>
		{label} {optional && <span class="optional">(optional)</span>}
	</label>
);

interface TextFieldProps extends FieldProps {
	type?: 'text' | 'email';
	autocomplete?: string;
	class?: string;
}

export const TextField = (props: TextFieldProps) => {
	const { name, label, hint, optional, values, issues, type = 'text', autocomplete } = props;
	const issue = issueOf(issues, name);
	return (
		<div class={issue ? 'field fix' : 'field'}>
			<Label name={name} label={label} optional={optional ?? false} />
			<Hint name={name} hint={hint} />
			<Problem name={name} issue={issue} />
			<input
				id={idOf(name)}
				name={name}
				type={type}
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

export const TextArea = ({ name, label, hint, optional, values, issues }: FieldProps) => {
	const issue = issueOf(issues, name);
	return (
		<div class={issue ? 'field fix' : 'field'}>
			<Label name={name} label={label} optional={optional ?? false} />
			<Hint name={name} hint={hint} />
			<Problem name={name} issue={issue} />
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
export const Choices = ({ name, label, hint, values, issues, kind, choices }: ChoicesProps) => {
	const issue = issueOf(issues, name);
	const idAt = (index: number) => (index === 0 ? idOf(name) : `${idOf(name)}-${index + 1}`);
	return (
		<fieldset class={issue ? 'fix' : undefined} aria-describedby={described(name, hint, issue)}>
			<legend>{label}</legend>
			<Hint name={name} hint={hint} />
			<Problem name={name} issue={issue} />
			{choices.map((choice, index) => (
				<div class="pick" key={choice.value}>
					<input
						type={kind}
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

export const SendButton = ({ sending, children }: { sending: boolean; children: ComponentChildren }) => (
	<p>
		<button type="submit" aria-disabled={sending ? 'true' : undefined}>
			{sending ? 'Sending…' : children}
		</button>
	</p>
);
