import { randomUUID } from 'node:crypto';
import { first, type Issue, type Values } from './values.ts';

const name = 'idempotencyKey';

/** How a form is cached: the button that goes back shows it as it was sent, with its key; whoever opens it anew gets a new one. */
export const keptForBack = 'private, no-cache';

/** A form's values with the key by which it is recorded once: its own where it is shown again, else a new one. */
export const keyed = (values: Values): Values => ({ ...values, [name]: [first(values, name) || randomUUID()] });

/** A form to be shown again; without its key where something else was recorded with it, and so it gets a new one. */
export const shownAgain = (values: Values, issues: readonly Issue[]): { values: Values; issues: Issue[] } => {
	const { [name]: _, ...rest } = values;
	const used = issues.some(({ path }) => path === name);
	return {
		values: used ? rest : values,
		issues: issues.map((issue) => (issue.path === name ? { ...issue, path: '' } : issue)),
	};
};
