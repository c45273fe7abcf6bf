import canonicalize from 'canonicalize';
import type { Promises } from './frontmatter.ts';
import type { ListRow, Row } from './redline-data-rows.ts';
import { rowOf } from './redline-data-table.ts';

interface Place {
	/** Field names joined by dots, `*` for an item of a list. */
	path: string;
	/** The item's name, where the place is within one. */
	item?: string;
	promises: { from: Promises; to: Promises };
}

const same = (a: unknown, b: unknown): boolean => {
	const [from, to] = [a ?? null, b ?? null];
	// Most are equal in the order of their fields too, and that is found sooner.
	return JSON.stringify(from) === JSON.stringify(to) || canonicalize(from) === canonicalize(to);
};

const isRecord = (it: unknown): it is Record<string, unknown> =>
	typeof it === 'object' && it !== null && !Array.isArray(it);

const capital = (line: string): string => line.charAt(0).toUpperCase() + line.slice(1);

/** One difference between the promises of two versions. */
export interface DataChange {
	/** Field names joined by dots, `*` for an item of a list; that of the list itself where an item came or went. */
	path: string;
	/** What was and what is stated there; undefined where nothing is. */
	from: unknown;
	to: unknown;
	/** In a line of English. */
	line: string;
}

/** What differs between the promises of two versions; empty only where they are the same. */
export const dataChanges = (from: Promises, to: Promises): DataChange[] =>
	changes(from, to, { path: '', promises: { from, to } }).map((it) => ({ ...it, line: capital(it.line) }));

const changes = (from: unknown, to: unknown, place: Place): DataChange[] => {
	if (same(from, to)) return [];
	const row = rowOf(place.path);
	if (row.kind === 'list' && isListed(from) && isListed(to)) return listChanges(from, to, row, place);
	if (row.kind === 'value') return [told(place, from, to, said(row, from, to, place))];
	return groupChanges(from, to, row, place);
};

const isListed = (it: unknown): it is unknown[] | undefined => it === undefined || Array.isArray(it);

const line = (place: Place, text: string): string => (place.item ? `${place.item}: ${text}` : text);

const told = ({ path }: Place, from: unknown, to: unknown, words: string): DataChange => ({
	path,
	from,
	to,
	line: words,
});

const said = (row: Row, from: unknown, to: unknown, place: Place): string => {
	const unit = row.unit ? ` ${row.unit}` : '';
	const [old, now] = [from, to].map((it) => (it === undefined ? 'not stated' : row.say(it)));
	const change = `${old}${to === undefined ? unit : ''} → ${now}${to === undefined ? '' : unit}`;
	if (!place.item) return `${row.label}: ${change}`;
	if (from === undefined) return line(place, `${row.label} ${now}${unit}, not stated before`);
	return line(place, to === undefined ? `${row.label} ${old}${unit}, no longer stated` : `${row.label} ${change}`);
};

const groupChanges = (from: unknown, to: unknown, row: Row, place: Place): DataChange[] => {
	if (!(isRecord(from) || from === undefined) || !(isRecord(to) || to === undefined))
		return [told(place, from, to, said(row, from, to, place))];
	const stated = from === undefined ? 'now stated' : to === undefined ? 'no longer stated' : null;
	const keys = new Set([...Object.keys(from ?? {}), ...Object.keys(to ?? {})]);
	const inner = [...keys].flatMap((key) =>
		changes(from?.[key], to?.[key], { ...place, path: place.path ? `${place.path}.${key}` : key }),
	);
	return stated ? [told(place, from, to, line(place, `${row.label}: ${stated}`)), ...inner] : inner;
};

const keysOf = (items: unknown[], key: string | undefined): string[] =>
	items.map((item) => String(key && isRecord(item) ? item[key] : canonicalize(item)));

const isUnique = (keys: string[]): boolean => new Set(keys).size === keys.length;

const listChanges = (
	old: unknown[] | undefined,
	now: unknown[] | undefined,
	row: ListRow,
	place: Place,
): DataChange[] => {
	const [from, to] = [old ?? [], now ?? []];
	const byField = isUnique(keysOf(from, row.key)) && isUnique(keysOf(to, row.key));
	const key = byField ? row.key : undefined;
	const [oldKeys, newKeys] = [keysOf(from, key), keysOf(to, key)];
	const gone = from.filter((_, i) => !newKeys.includes(oldKeys[i] ?? ''));
	const come = to.filter((_, i) => !oldKeys.includes(newKeys[i] ?? ''));
	const kept =
		key === undefined
			? []
			: to.flatMap((item, i) => keptChanges(from[oldKeys.indexOf(newKeys[i] ?? '')], item, row, place));
	const lines = [
		...gone.map((item) => told(place, item, undefined, line(place, row.removed(item, place.promises.from)))),
		...come.map((item) => told(place, undefined, item, line(place, row.added(item, place.promises.to)))),
		...kept,
	];
	if (lines.length > 0) return lines;
	const words = old && now ? line(place, `${row.label}: listed in another order`) : said(row, old, now, place);
	return [told(place, old, now, words)];
};

const keptChanges = (from: unknown, to: unknown, row: ListRow, place: Place): DataChange[] =>
	from === undefined
		? []
		: changes(from, to, { ...place, path: `${place.path}.*`, item: row.name(to, place.promises.to) });
