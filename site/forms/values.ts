import { mostCorrections } from '../../schema/request/vocabulary.ts';

/** What was entered, by the names of the fields. */
export type Values = Record<string, string[]>;

/** Something wrong, at the field that `path` names; an empty path is about the whole form. */
export interface Issue {
	path: string;
	message: string;
}

export const valuesOf = (data: FormData): Values => {
	const values: Values = {};
	for (const [name, value] of data) if (typeof value === 'string') values[name] = [...(values[name] ?? []), value];
	return values;
};

export const first = (values: Values, name: string): string => values[name]?.[0] ?? '';

/** A field's words as a property, or none where it was left empty. */
export const given = <Name extends string>(values: Values, name: Name): { [key in Name]?: string } => {
	const value = first(values, name).trim();
	return (value ? { [name]: value } : {}) as { [key in Name]?: string };
};

/** How many corrections a form has fields for. */
export const correctionCount = (values: Values): number =>
	Math.min(mostCorrections, Object.keys(values).filter((name) => /^corrections\.\d+\.what$/.test(name)).length || 1);

/** A form with fields for one correction more. */
export const withOneMore = (values: Values): Values => ({
	...values,
	[`corrections.${correctionCount(values)}.what`]: [''],
});
