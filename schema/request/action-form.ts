import type { RequestAction } from './vocabulary.ts';

/** What can be entered in a field: one or several of its options, a date of them, words, an amount, yes, refused parts, a request, or an e-mail address. */
export const fieldKinds = [
	'CHOICE',
	'CHOICES',
	'DATE',
	'WORDS',
	'CENTS',
	'YES',
	'PARTS',
	'NUMBERS',
	'REQUEST',
	'EMAIL',
] as const;
export type FieldKind = (typeof fieldKinds)[number];

/** Something that can be chosen. */
export interface FieldOption {
	value: string;
	/** The section of the law, or the promise, that gives it; null where none does. */
	cite: string | null;
}

/** Another field of the same form, and what stands in it. */
export interface FieldCondition {
	field: string;
	value: string;
}

export interface ActionField {
	/** Of the mutation's input. */
	name: string;
	kind: FieldKind;
	/** Whether nothing is done without it, where it is asked for at all. */
	isRequired: boolean;
	/** How many at least. */
	least: number;
	options: readonly FieldOption[];
	/** For refused parts: what can be refused, each on one of the options. */
	parts: readonly string[];
	/** It is asked for only where this holds; null where it always is. */
	when: FieldCondition | null;
}

/** What can be done to a request now: the mutation, and what it takes. */
export interface ActionForm {
	action: RequestAction;
	mutation: string;
	fields: readonly ActionField[];
}
