import {
	en,
	field,
	group,
	type ListRow,
	labelled,
	list,
	type Name,
	plain,
	quoted,
	type Row,
	value,
	words,
} from './redline-data-rows.ts';

/** A recipient's label, found by its key. */
const recipient: Name = (key, { recipients }) => recipients.find((it) => it.key === key)?.label ?? String(key);

/** A purpose's words, found by its key. */
export const purpose: Name = (key, { purposes }) => purposes.find((it) => it.key === key)?.text ?? String(key);

/** The listed purposes, each by its own words. */
export const purposes: ListRow = {
	...list(
		'Purposes',
		(it) => `purpose (${field(it, 'key')})`,
		(name) => name,
		'key',
	),
	added: (it) => `purpose ${quoted(field(it, 'text'))} added`,
	removed: (it) => `purpose ${quoted(field(it, 'text'))} removed`,
};

/** How much one may opt out of. */
export const extent = (value: unknown): string =>
	plain(value) === 'all, part' ? 'all or a part' : plain(value) === 'part' ? 'a part' : plain(value);

const rightNames: Record<string, string> = {
	KNOW_CATEGORIES: 'to know the categories',
	KNOW_SPECIFIC: 'to a copy',
	DELETE: 'to deletion',
	CORRECT: 'to correction',
	OPT_OUT: 'to opt out',
	LIMIT: 'to limit the use of sensitive information',
};

/** A right in few words, to stand after “right”. */
export const right: Name = labelled(rightNames);

const ways: Record<string, string> = { telephone: 'telephone', form: 'web form', email: 'e-mail', post: 'post' };
const way: Name = (item) => labelled(ways)(field(item, 'kind'));

/** The ways to ask, told apart by kind. */
export const methods: ListRow = {
	...list(
		'Ways to ask',
		(it, promises) => `asking by ${way(it, promises)}`,
		(name) => name,
		'kind',
	),
	added: (it, promises) => `${way(it, promises)} added as a way to ask`,
	removed: (it, promises) => `${way(it, promises)} removed as a way to ask`,
};

const flowNames = { disclosed: 'disclosed', soldOrShared: 'sold or shared' } as const;
type Flow = keyof typeof flowNames;

const answer = (item: unknown, flow: Flow): string => `${flowNames[flow]} ${plain(field(field(item, flow), 'answer'))}`;

const category: Name = (it) => String(field(it, 'label') ?? labelled(en.categories)(field(it, 'key')));

/** The categories; one that is new says at once what is done with it. */
export const categories: ListRow = {
	...list('Categories', category, (name) => name, 'key'),
	added: (it, promises) =>
		`${category(it, promises)}: listed anew, collected ${plain(field(it, 'collected'))}, ${answer(it, 'disclosed')}, ${answer(it, 'soldOrShared')}`,
	removed: (it, promises) => `${category(it, promises)}: no longer listed`,
};

/** The rows of what becomes of a category's data. */
export const flowRows = (flow: Flow): Record<string, Row> => ({
	[`categories.*.${flow}`]: group(flowNames[flow]),
	[`categories.*.${flow}.answer`]: value(flowNames[flow]),
	[`categories.*.${flow}.says`]: words(`${flowNames[flow]}, named`),
	[`categories.*.${flow}.to`]: list(`${flowNames[flow]} to`, recipient, (name) => `${flowNames[flow]} to ${name}:`),
});
