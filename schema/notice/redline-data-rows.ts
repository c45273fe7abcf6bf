import type { Promises } from './frontmatter.ts';
import { labelsOf } from './labels.ts';

/** How a field's change is told; `label` names it within its line. */
interface BaseRow {
	label: string;
	say: (value: unknown) => string;
	unit?: string;
}

/** A list whose items are compared by a key, whatever their order. */
export interface ListRow extends BaseRow {
	kind: 'list';
	/** The field that tells items apart; absent where the whole item does. */
	key?: string;
	name: (item: unknown, promises: Promises) => string;
	added: (item: unknown, promises: Promises) => string;
	removed: (item: unknown, promises: Promises) => string;
}

/** How the changes at one place of the promises are told. */
export type Row = (BaseRow & { kind: 'value' }) | (BaseRow & { kind: 'group' }) | ListRow;

/** A redline speaks English, whatever the language of its texts. */
export const en = labelsOf('en');

/** A value in words: yes and no, lists joined by commas. */
export const plain = (value: unknown): string => {
	if (typeof value === 'boolean') return value ? 'yes' : 'no';
	if (Array.isArray(value)) return value.length > 0 ? value.map(plain).join(', ') : 'none';
	return typeof value === 'object' ? JSON.stringify(value) : String(value);
};
/** A value in quotation marks. */
export const quoted = (value: unknown): string => `“${plain(value)}”`;
/** Numbers of which one holds: “60 or 90”. */
export const alternatives = (value: unknown): string =>
	Array.isArray(value) && value.length > 0 ? en.or(value.map(String)) : 'none';

/** A field of an item; undefined where it has none. */
export const field = (item: unknown, key: string): unknown =>
	typeof item === 'object' && item !== null ? (item as Record<string, unknown>)[key] : undefined; // any object may be asked

/** The label of a key, or the key itself where it has none. */
export const labelled =
	(labels: Readonly<Record<string, string>>) =>
	(item: unknown): string =>
		labels[String(item)] ?? String(item);

/** A row for a value told as old → new. */
export const value = (label: string, say = plain, unit?: string): Row => ({
	kind: 'value',
	label,
	say,
	...(unit && { unit }),
});
/** A row for a phrase, told in quotation marks. */
export const words = (label: string): Row => value(label, quoted);
/** A row for fields that are told one by one. */
export const group = (label: string): Row => ({ kind: 'group', label, say: plain });

/** What an item is called. */
export type Name = ListRow['name'];
/** A row for a list, whose items are told as added and removed. */
export const list = (label: string, name: Name, told: (name: string) => string, key?: string): ListRow => ({
	kind: 'list',
	label,
	say: plain,
	name,
	added: (item, promises) => `${told(name(item, promises))} added`,
	removed: (item, promises) => `${told(name(item, promises))} removed`,
	...(key && { key }),
});
