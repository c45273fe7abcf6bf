import { useEffect, useRef } from 'preact/hooks';
import type { PlainDate } from '../../../schema/time.ts';
import { first, type Issue, type Values } from '../../forms/values.ts';
import { longDate } from '../dates.ts';
import { lackingIn, partName } from './entered.ts';
import type { FormField } from './operations.ts';
import { fieldHints, fieldWords, inWords, optionWords, partWords, pointWords } from './words.ts';

interface FieldProps {
	field: FormField;
	values: Values;
	issues: readonly Issue[];
}

export const labelOf = (name: string): string => fieldWords[name] ?? inWords(name);

const wordsOf = ({ name, kind }: FormField, value: string): string => {
	// The API gives dates alone for such a field.
	if (kind === 'DATE') return longDate(value as PlainDate);
	const words: Record<string, string> = name === 'points' || name === 'contested' ? pointWords : optionWords;
	return words[value] ?? inWords(value);
};

const idOf = (name: string) => `f-${name.replaceAll('.', '-')}`;

const issueOf = (issues: readonly Issue[], name: string) =>
	issues.find(({ path }) => path === name || path.startsWith(`${name}.`));

const describedBy = ({ field, issues }: FieldProps) =>
	[fieldHints[field.name] && `${idOf(field.name)}-hint`, issueOf(issues, field.name) && `${idOf(field.name)}-problem`]
		.filter(Boolean)
		.join(' ') || undefined;

const Notes = ({ field, issues }: FieldProps) => {
	const [hint, issue] = [fieldHints[field.name], issueOf(issues, field.name)];
	return (
		<>
			{hint && (
				<p class="hint" id={`${idOf(field.name)}-hint`}>
					{hint}
				</p>
			)}
			{issue && (
				<p class="problem" id={`${idOf(field.name)}-problem`}>
					<span class="vh">Error: </span>
					{issue.message}
				</p>
			)}
		</>
	);
};

/** Where several are to be chosen the browser has no word for it, so it is given one. */
const useLeast = (props: FieldProps) => {
	const place = useRef<HTMLFieldSetElement>(null);
	const lacking = lackingIn(props.field, props.values);
	useEffect(() => {
		const control = place.current?.querySelector<HTMLInputElement | HTMLSelectElement>('input, select');
		control?.setCustomValidity(lacking > 0 ? `Choose ${lacking} more.` : '');
	}, [lacking]);
	return place;
};

const Cite = ({ cite, id }: { cite: string | null; id: string }) =>
	cite ? (
		<p class="hint" id={id}>
			{cite}
		</p>
	) : null;

const Picks = (props: FieldProps) => {
	const { field, values } = props;
	const many = field.kind === 'CHOICES' || field.kind === 'NUMBERS';
	const place = useLeast({ ...props, field: many ? field : { ...field, isRequired: false } });
	return (
		<fieldset ref={place} aria-describedby={describedBy(props)}>
			<legend>{labelOf(field.name)}</legend>
			<Notes {...props} />
			{field.options.map(({ value, cite }, index) => {
				const id = index === 0 ? idOf(field.name) : `${idOf(field.name)}-${value}`;
				return (
					<div class="pick" key={value}>
						<input
							type={many ? 'checkbox' : 'radio'}
							id={id}
							name={field.name}
							value={value}
							required={!many && field.isRequired}
							defaultChecked={values[field.name]?.includes(value) ?? false}
							aria-describedby={cite ? `${id}-cite` : undefined}
						/>
						<label for={id}>{wordsOf(field, value)}</label>
						<Cite cite={cite} id={`${id}-cite`} />
					</div>
				);
			})}
			{!many && !field.isRequired && (
				<div class="pick">
					<input
						type="radio"
						id={`${idOf(field.name)}-none`}
						name={field.name}
						value=""
						defaultChecked={!first(values, field.name)}
					/>
					<label for={`${idOf(field.name)}-none`}>Each part on its own ground</label>
				</div>
			)}
		</fieldset>
	);
};

const Parts = (props: FieldProps) => {
	const { field, values } = props;
	const place = useLeast(props);
	return (
		<fieldset ref={place} aria-describedby={describedBy(props)}>
			<legend>{labelOf(field.name)}</legend>
			<Notes {...props} />
			{field.parts.map((part, index) => {
				const name = partName(field, part);
				const id = index === 0 ? idOf(field.name) : idOf(name);
				return (
					<div class="part" key={part}>
						<label for={id}>{partWords(part)}</label>
						<select id={id} name={name}>
							<option value="">Granted</option>
							{field.options.map(({ value, cite }) => (
								<option key={value} value={value} selected={first(values, name) === value}>
									{wordsOf(field, value)}
									{cite && ` (${cite})`}
								</option>
							))}
						</select>
					</div>
				);
			})}
		</fieldset>
	);
};

const Yes = (props: FieldProps) => {
	const { field, values } = props;
	return (
		<div class="field">
			<div class="pick">
				<input
					type="checkbox"
					id={idOf(field.name)}
					name={field.name}
					value="true"
					required={field.isRequired}
					defaultChecked={first(values, field.name) === 'true'}
					aria-describedby={describedBy(props)}
				/>
				<label for={idOf(field.name)}>{labelOf(field.name)}</label>
			</div>
			<Notes {...props} />
		</div>
	);
};

const Line = (props: FieldProps) => {
	const { field, values } = props;
	const shared = {
		id: idOf(field.name),
		name: field.name,
		required: field.isRequired,
		defaultValue: first(values, field.name),
		'aria-describedby': describedBy(props),
	};
	return (
		<div class="field">
			<label for={idOf(field.name)}>
				{labelOf(field.name)} {!field.isRequired && <span class="optional">(optional)</span>}
			</label>
			<Notes {...props} />
			{field.kind === 'WORDS' && <textarea rows={6} dir="auto" {...shared} />}
			{field.kind === 'CENTS' && <input type="number" min="0.01" step="0.01" inputMode="decimal" {...shared} />}
			{field.kind === 'REQUEST' && <input type="text" spellcheck={false} {...shared} />}
			{field.kind === 'EMAIL' && <input type="email" spellcheck={false} autocomplete="off" {...shared} />}
		</div>
	);
};

const byKind = { CHOICE: Picks, CHOICES: Picks, DATE: Picks, NUMBERS: Picks, PARTS: Parts, YES: Yes } as const;

/** A field of an action, as what the API says of it has it. */
export const ActionFieldView = (props: FieldProps) => {
	const { kind, options, isRequired, name } = props.field;
	const [only] = options;
	// Where one thing alone can be chosen, nobody is asked.
	if (kind === 'CHOICE' && isRequired && options.length === 1 && only)
		return name === 'outcome' ? (
			<input type="hidden" name={name} value={only.value} />
		) : (
			<>
				<input type="hidden" name={name} value={only.value} />
				<p class="only">
					{labelOf(name)} <strong>{wordsOf(props.field, only.value)}</strong>
				</p>
			</>
		);
	const View = kind in byKind ? byKind[kind as keyof typeof byKind] : Line;
	return <View {...props} />;
};
