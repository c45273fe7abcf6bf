import { useState } from 'preact/hooks';
import { type Values, valuesOf } from '../../forms/values.ts';
import { dropInput, keepInput, keptInput } from '../kept-input.ts';

/** What is being written about a request: which action, and what stands in its fields. */
export interface Draft {
	action: string;
	values: Values;
}

const keyOf = (requestId: string) => `request/${requestId}`;

const keptDraft = (requestId: string): Draft | null => {
	const kept = keptInput(keyOf(requestId));
	// Only `useDraft` writes it.
	return kept === null ? null : (JSON.parse(kept) as Draft);
};

/** What stands in a form now, and in those of its fields that are not asked for at the moment. */
export const enteredIn = (form: HTMLFormElement, before: Values): Values => {
	const shown = new Set([...form.elements].map((it) => it.getAttribute('name')));
	const others = Object.entries(before).filter(([name]) => !shown.has(name));
	return { ...Object.fromEntries(others), ...valuesOf(new FormData(form)) };
};

/** A draft that survives a reload of the page, in this tab. */
export const useDraft = (requestId: string) => {
	const [draft, setDraft] = useState(() => keptDraft(requestId));
	const change = (next: Draft | null) => {
		setDraft(next);
		if (next) keepInput(keyOf(requestId), JSON.stringify(next));
		else dropInput(keyOf(requestId));
	};
	return [draft, change] as const;
};
