import type { Category } from './frontmatter.ts';
import type { Labels } from './labels.ts';
import { table } from './nodes.ts';
import type { Printer } from './print.ts';
import { categoryLabel } from './print-lists.ts';

const row = (category: Category, labels: Labels, keeps: boolean): string[] => [
	categoryLabel(category, labels),
	category.examples ?? labels.none,
	labels.answers[category.collected],
	category.sources.join('; ') || labels.none,
	...(keeps ? [category.retention ?? labels.none] : []),
];

/** The components that print a table. */
export const tablePrinters: Readonly<Record<string, Printer>> = {
	Categories: {
		display: 'block',
		props: {},
		field: 'categories',
		print: ({ revision, labels }) => {
			// The catch-all names no category of data, so it can be disclosed but has no row.
			const listed = revision.categories.filter((it) => it.key !== 'other');
			if (!listed.length) return null;
			const keeps = listed.some((it) => it.retention);
			const { category, examples, collected, sources, retention } = labels.columns;
			const columns = [category, examples, collected, sources, ...(keeps ? [retention] : [])];
			return [
				table(
					columns,
					listed.map((it) => row(it, labels, keeps)),
				),
			];
		},
	},
};
