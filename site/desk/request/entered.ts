import { first, type Values } from '../../forms/values.ts';
import type { FormField } from './operations.ts';

/** The name under which the ground for one refused part is entered. */
export const partName = (field: FormField, part: string): string => `${field.name}.${part}`;

/** Whether a field is asked for, given what stands in the others. */
export const isAsked = ({ when }: FormField, values: Values): boolean =>
	when === null || first(values, when.field) === when.value;

const denialOf = (part: string, ground: string) =>
	/^\d+$/.test(part) ? { item: Number(part), ground } : { category: part, ground };

const denialsIn = (field: FormField, values: Values) =>
	field.parts.flatMap((part) => {
		const ground = first(values, partName(field, part));
		return ground ? [denialOf(part, ground)] : [];
	});

/** What was entered in a field as the mutation takes it; nothing where nothing was. */
const inputOf = (field: FormField, values: Values): unknown => {
	const text = first(values, field.name).trim();
	if (field.kind === 'CHOICES') return values[field.name] ?? [];
	if (field.kind === 'NUMBERS') return (values[field.name] ?? []).map(Number);
	if (field.kind === 'PARTS') return denialsIn(field, values);
	if (field.kind === 'YES') return text === 'true';
	if (field.kind === 'CENTS') return Math.round(Number(text) * 100);
	// The request is named by the address of its screen, or by the id alone.
	if (field.kind === 'REQUEST') return decodeURIComponent(text.replace(/\/+$/, '').split('/').at(-1) ?? '');
	return text || undefined;
};

/** What is to be sent of a form: the fields that are asked for, as the mutation takes them. */
export const inputFrom = (fields: readonly FormField[], values: Values): Record<string, unknown> =>
	Object.fromEntries(fields.filter((it) => isAsked(it, values)).map((it) => [it.name, inputOf(it, values)]));

/** How many of a field's boxes or parts are still to be chosen. */
export const lackingIn = (field: FormField, values: Values): number => {
	const chosen = field.kind === 'PARTS' ? denialsIn(field, values).length : (values[field.name]?.length ?? 0);
	return field.isRequired ? Math.max(0, field.least - chosen) : 0;
};
