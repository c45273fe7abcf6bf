import type { Promises } from './frontmatter.ts';
import { rowOf } from './redline-data-table.ts';

/** One thing that a version states. */
export interface ToldPromise {
	/** Its field, names joined by dots. */
	path: string;
	/** What it is about, and what it says, in English. */
	label: string;
	says: string;
}

const isGroup = (it: unknown): it is Record<string, unknown> =>
	typeof it === 'object' && it !== null && !Array.isArray(it);

const told = (value: unknown, path: string, promises: Promises): ToldPromise[] => {
	if (value === undefined) return [];
	const row = rowOf(path);
	if (isGroup(value))
		return Object.entries(value).flatMap(([key, it]) => told(it, path ? `${path}.${key}` : key, promises));
	const says =
		row.kind === 'list' && Array.isArray(value)
			? value.map((item) => row.name(item, promises)).join(', ') || 'none'
			: `${row.say(value)}${row.unit ? ` ${row.unit}` : ''}`;
	return [{ path, label: row.label, says }];
};

/** Everything that a version states, field by field in the order of the schema; lists by the names of their items. */
export const toldPromises = (promises: Promises): ToldPromise[] => told(promises, '', promises);
