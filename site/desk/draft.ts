import { useState } from 'preact/hooks';
import { type Values, valuesOf } from '../forms/values.ts';
import { dropInput, keepInput, keptInput } from './kept-input.ts';

/** What stands in a form that was not sent: which one of several, and what was entered. */
export interface Draft {
	action: string;
	values: Values;
}

const keptDraft = (name: string): Draft | null => {
	const kept = keptInput(name);
	// Only `useDraft` writes it.
	return kept === null ? null : (JSON.parse(kept) as Draft);
};

/** What stands in a form now, and in those of its fields that are not asked for at the moment. */
export const enteredIn = (event: Event, before: Values): Values => {
	// The handler is set on a form and on nothing else.
	const form = event.currentTarget as HTMLFormElement;
	const shown = new Set([...form.elements].map((it) => it.getAttribute('name')));
	const others = Object.entries(before).filter(([name]) => !shown.has(name));
	return { ...Object.fromEntries(others), ...valuesOf(new FormData(form)) };
};

/** A draft that survives a reload of the page, in this tab. */
export const useDraft = (name: string) => {
	const [draft, setDraft] = useState(() => keptDraft(name));
	const change = (next: Draft | null) => {
		setDraft(next);
		if (next) keepInput(name, JSON.stringify(next));
		else dropInput(name);
	};
	return [draft, change] as const;
};
