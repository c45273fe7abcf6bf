import type { Category, Promises } from '../../schema/notice/frontmatter.ts';
import { labelsOf } from '../../schema/notice/labels.ts';
import { categoryLabel } from '../../schema/notice/print-lists.ts';
import type { accessItems, categoryKeys } from '../../schema/notice/vocabulary.ts';
import type { ExportedTable } from '../connectors/connector.ts';

export type AccessItem = (typeof accessItems)[number];
type CategoryKey = (typeof categoryKeys)[number];

/** What was found in a system. */
export interface SystemExport {
	id: string;
	name: string;
	tables: ExportedTable[];
}

/** One of the listed items for a person: what is said of each category that is held of them. */
export interface Answer {
	item: Exclude<AccessItem, 'specificPieces'>;
	/** "the categories of personal information we collected about you". */
	title: string;
	/** `says` is empty where the category alone is the answer. */
	lines: { category: string; says: string[] }[];
}

const isHeld = (tables: readonly ExportedTable[], key: CategoryKey): boolean =>
	tables.some(({ columns, rows }) =>
		columns.some(({ name, category }) => category === key && rows.some((row) => row[name] !== null)),
	);

/** The categories of which something is held of this person, in the order of the notice; its own name for each. */
const heldCategories = (promises: Promises, systems: readonly SystemExport[]): Category[] => {
	const tables = systems.flatMap((it) => it.tables);
	const keys = new Set(tables.flatMap((it) => it.columns.map(({ category }) => category)));
	const held = [...keys].filter((key) => isHeld(tables, key));
	const none = { answer: 'no' as const, to: [] };
	const unstated = held.filter((key) => !promises.categories.some((it) => it.key === key));
	return [
		...promises.categories.filter((it) => held.includes(it.key)),
		...unstated.map((key) => ({
			key,
			collected: 'yes' as const,
			sources: [],
			purposes: [],
			disclosed: none,
			soldOrShared: none,
		})),
	];
};

const recipients = (promises: Promises, keys: readonly string[]): string[] =>
	[...new Set(keys)].map((key) => promises.recipients.find((it) => it.key === key)?.label ?? key);

const purposes = (promises: Promises, { purposes }: Category): string[] =>
	purposes.map((key) => promises.purposes.find((it) => it.key === key)?.text ?? key);

const nothing = 'nothing is stated in the notice';
const nobody = 'nobody';

const or = (says: string[], otherwise: string): string[] => (says.length ? says : [otherwise]);

type Saying = (promises: Promises, category: Category) => string[];

const sayings: Readonly<Record<Answer['item'], Saying>> = {
	categories: () => [],
	sources: (_, { sources }) => or(sources, nothing),
	purposes: (promises, category) => or(purposes(promises, category), nothing),
	thirdParties: (promises, { disclosed, soldOrShared }) =>
		or(recipients(promises, [...disclosed.to, ...soldOrShared.to]), nobody),
	disclosedCategories: (promises, { disclosed }) => or(recipients(promises, disclosed.to), nobody),
};

/** What the notice lists of an access answer, for the categories that are held of this person and no others. */
export const answersFor = (promises: Promises, systems: readonly SystemExport[]): Answer[] => {
	const labels = labelsOf('en');
	const held = heldCategories(promises, systems);
	const items = (promises.commitments?.accessItems ?? []).filter((it) => it !== 'specificPieces');
	return items.map((item) => ({
		item,
		title: labels.accessItems[item],
		lines: held
			.filter((it) => item !== 'disclosedCategories' || it.disclosed.answer !== 'no')
			.map((it) => ({ category: categoryLabel(it, labels), says: sayings[item](promises, it) })),
	}));
};
